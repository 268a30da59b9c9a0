package dev.podium.gateway.list;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.podium.gateway.cursor.Cursors;
import dev.podium.gateway.elastic.StoredHit;
import dev.podium.gateway.elastic.StoredHits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Reads pages of lists from the index. */
@ApplicationScoped
public class PageReader {

  private final Walks walks;
  private final Cursors cursors;

  PageReader(Walks walks, Cursors cursors) {
    this.walks = walks;
    this.cursors = cursors;
  }

  /**
   * Reads a page.
   *
   * @param alias of the index
   * @param request makes what is looked for, without index, order and size; more than once where an
   *     earlier view of the index has been forgotten
   * @param sort a total order
   * @param documents reads what is found
   * @param item makes an item of a hit
   * @param next makes the next page's address of its cursor
   */
  public <D, T> ListPage<T> read(
      String alias,
      Supplier<SearchRequest.Builder> request,
      Paging paging,
      List<SortOptions> sort,
      StoredHits.Documents<D> documents,
      Function<StoredHit<D>, T> item,
      UnaryOperator<String> next) {
    return readInPairs(
        alias, request, paging, sort, documents, (hit, following) -> item.apply(hit), next);
  }

  /**
   * The same of a list whose items depend on the ones that follow them.
   *
   * @param item makes an item of a hit and the next one, which is null for the last of all
   */
  public <D, T> ListPage<T> readInPairs(
      String alias,
      Supplier<SearchRequest.Builder> request,
      Paging paging,
      List<SortOptions> sort,
      StoredHits.Documents<D> documents,
      BiFunction<StoredHit<D>, StoredHit<D>, T> item,
      UnaryOperator<String> next) {
    Walks.Found<D> found = walks.read(alias, request, paging, sort, documents);
    List<StoredHit<D>> hits = found.hits().hits();
    List<StoredHit<D>> shown = hits.subList(0, Math.min(paging.size(), hits.size()));
    List<T> items = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      items.add(item.apply(hits.get(i), i + 1 < hits.size() ? hits.get(i + 1) : null));
    }
    Position from = counted(paging.position(), found.hits());
    boolean isLast = hits.size() == shown.size();
    if (isLast) {
      walks.end(found);
    }
    return new ListPage<>(
        items,
        from.total(),
        from.totalExact(),
        isLast ? null : next.apply(cursor(paging, from, found, shown, sort.size())),
        found.resumed() ? true : null,
        Facets.facets(found.hits().aggregations()),
        Facets.timeline(found.hits().aggregations()));
  }

  private static Position counted(Position from, StoredHits<?> hits) {
    return hits.isCounted()
        ? new Position(from.point(), hits.total(), hits.totalExact(), from.seen(), from.after())
        : from;
  }

  private String cursor(
      Paging paging,
      Position from,
      Walks.Found<?> found,
      List<? extends StoredHit<?>> shown,
      int fields) {
    boolean isUnsettled = Walks.isUnsettled(paging, found);
    // At a point in time Elasticsearch adds a tie-breaker that holds there only.
    List<FieldValue> after = shown.getLast().sort().subList(0, fields);
    Position next =
        new Position(
            found.point(),
            from.total(),
            from.totalExact(),
            isUnsettled ? shown.stream().map(StoredHit::id).toList() : from.seen(),
            isUnsettled ? List.of() : after);
    return cursors.write(paging.identity(), next.values());
  }
}
