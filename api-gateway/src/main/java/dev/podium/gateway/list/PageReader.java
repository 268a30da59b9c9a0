package dev.podium.gateway.list;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.elasticsearch.core.search.TotalHitsRelation;
import dev.podium.gateway.cursor.Cursors;
import dev.podium.gateway.elastic.SearchIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads pages of lists from the index. */
@ApplicationScoped
public class PageReader {

  // Counting all of a large index would cost more than finding them.
  private static final int COUNTED = 100_000;
  private static final String TIMEOUT = "10s";

  private final SearchIndex index;
  private final Cursors cursors;

  PageReader(SearchIndex index, Cursors cursors) {
    this.index = index;
    this.cursors = cursors;
  }

  /**
   * Reads a page.
   *
   * @param request what is looked for, without order and size
   * @param sort a total order
   * @param item makes an item of a hit
   * @param next makes the next page's address of its cursor
   */
  public <D, T> ListPage<T> read(
      SearchRequest.Builder request,
      Paging paging,
      List<SortOptions> sort,
      Class<D> type,
      Function<Hit<D>, T> item,
      UnaryOperator<String> next) {
    return readInPairs(request, paging, sort, type, (hit, following) -> item.apply(hit), next);
  }

  /**
   * The same of a list whose items depend on the ones that follow them.
   *
   * @param item makes an item of a hit and the next one, which is null for the last of all
   */
  public <D, T> ListPage<T> readInPairs(
      SearchRequest.Builder request,
      Paging paging,
      List<SortOptions> sort,
      Class<D> type,
      BiFunction<Hit<D>, Hit<D>, T> item,
      UnaryOperator<String> next) {
    SearchResponse<D> found = index.search(complete(request, paging, sort), type);
    List<Hit<D>> hits = found.hits().hits();
    List<Hit<D>> shown = hits.subList(0, Math.min(paging.size(), hits.size()));
    List<T> items = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      items.add(item.apply(hits.get(i), i + 1 < hits.size() ? hits.get(i + 1) : null));
    }
    TotalHits total = found.hits().total();
    return new ListPage<>(
        items,
        total.value(),
        total.relation() == TotalHitsRelation.Eq,
        hits.size() > shown.size()
            ? next.apply(cursors.write(paging.identity(), shown.getLast().sort()))
            : null,
        Facets.facets(found.aggregations()),
        Facets.timeline(found.aggregations()));
  }

  private static SearchRequest complete(
      SearchRequest.Builder request, Paging paging, List<SortOptions> sort) {
    if (!paging.after().isEmpty()) {
      request.searchAfter(paging.after());
    }
    return request
        .sort(sort)
        // One more than is shown tells whether there is a next page.
        .size(paging.size() + 1)
        .trackTotalHits(t -> t.count(COUNTED))
        .allowPartialSearchResults(false)
        .timeout(TIMEOUT)
        // Copies of a shard score alike only roughly; the same copy goes on where it was.
        .preference(Integer.toHexString(paging.identity().hashCode()))
        .build();
  }
}
