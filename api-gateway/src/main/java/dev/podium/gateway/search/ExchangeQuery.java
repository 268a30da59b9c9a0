package dev.podium.gateway.search;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.query.QueryNode;
import java.util.List;
import java.util.Optional;

/**
 * A search for exchanges.
 *
 * @param text what to look for, or empty for all
 * @param languages of the texts to look in, see {@link Languages}
 * @param filters all of which must hold
 */
public record ExchangeQuery(
    Optional<QueryNode> text,
    List<String> languages,
    List<Query> filters,
    Paging paging,
    List<String> facets,
    Optional<String> interval) {

  /** What to look for in the text. */
  Optional<Query> textQuery() {
    return text.map(new TextQueries(languages)::query);
  }

  /** All that decides which exchanges there are. */
  public Query query() {
    List<Query> scoring = textQuery().map(List::of).orElse(List.of());
    return Query.of(q -> q.bool(b -> b.must(scoring).filter(filters)));
  }

  /** The order, which is total. */
  public List<SortOptions> sort() {
    return paging.order().sort(Fields.DATE, ExchangeSearch.TIES);
  }
}
