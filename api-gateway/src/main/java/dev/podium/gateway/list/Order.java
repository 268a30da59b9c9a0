package dev.podium.gateway.list;

import co.elastic.clients.elasticsearch._types.FieldSort;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.ArrayList;
import java.util.List;

/** The order of a list: total, so that a cursor stands between two items and never within one. */
public enum Order {
  RELEVANCE,
  NEWEST,
  OLDEST;

  /** The word in queries. */
  public static Order of(String code) {
    return valueOf(code.toUpperCase(java.util.Locale.ROOT));
  }

  /**
   * The sort of the index.
   *
   * @param date the field by which things are new or old; those without come last
   * @param ties the fields that decide between equals, of which the last is unique
   */
  public List<SortOptions> sort(String date, List<String> ties) {
    List<SortOptions> sort = new ArrayList<>();
    if (this == RELEVANCE) {
      sort.add(SortOptions.of(s -> s.score(score -> score.order(SortOrder.Desc))));
    }
    SortOrder byDate = this == OLDEST ? SortOrder.Asc : SortOrder.Desc;
    sort.add(option(FieldSort.of(f -> f.field(date).order(byDate).missing("_last"))));
    ties.forEach(tie -> sort.add(option(FieldSort.of(f -> f.field(tie).order(SortOrder.Asc)))));
    return sort;
  }

  private static SortOptions option(FieldSort sort) {
    return SortOptions.of(s -> s.field(sort));
  }
}
