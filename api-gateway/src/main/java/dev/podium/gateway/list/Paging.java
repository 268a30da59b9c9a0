package dev.podium.gateway.list;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.parameter.QueryParameter.Form;
import java.util.List;

/**
 * Which part of a list is wanted.
 *
 * @param countAll whether to count them, however many there are
 * @param identity all that decides which items there are and in which order
 */
public record Paging(Order order, int size, Position position, boolean countAll, String identity) {

  static final int MOST = 1000;
  static final int COUNTED = 100_000;
  static final int USUAL = 20;

  /** How many items a page has. */
  public static final QueryParameter SIZE = size(MOST);

  /** Where to go on. */
  public static final QueryParameter CURSOR =
      QueryParameter.one(
          "cursor", Form.CURSOR, "Where to go on; `next` of the page before has it.", null);

  /** Whether to count all. */
  public static final QueryParameter COUNT =
      QueryParameter.choice(
          "count",
          List.of("exact"),
          "Makes `total` exact, however many there are; without it, counting ends at "
              + COUNTED
              + ", and `totalExact` is false where there are more. It is counted on the first page"
              + " and stays so on the way.");

  /** The parameters of a list that has no others, in the order in which they are told. */
  public static final List<QueryParameter> PARAMETERS = List.of(SIZE, CURSOR, COUNT);

  /** How many items a page has, in a list that gives fewer than others. */
  public static QueryParameter size(int most) {
    return QueryParameter.one(
        "size",
        Form.INTEGER,
        "How many items a page has, from 1 to " + most + "; " + USUAL + " unless asked.",
        "20");
  }

  /** The sort values behind which to go on; empty at the beginning. */
  public List<FieldValue> after() {
    return position.after();
  }
}
