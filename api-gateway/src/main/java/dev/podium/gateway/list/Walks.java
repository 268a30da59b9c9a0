package dev.podium.gateway.list;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.podium.gateway.elastic.PointsInTime;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.elastic.StoredHits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads lists on from page to page. Most readers look at one page, so that a first page is read
 * from the index as it is; the second one opens a point in time, at which the others are read.
 * Where that cannot be opened or has been forgotten, the list is read on behind its last item in
 * the index as it is then.
 *
 * <p>By date the order of an item depends on nothing else, so that each is found once, either way.
 * Relevance does not: scores move as others are written. So the second page begins again at the top
 * and leaves the first one's items out. Only behind a point in time that was forgotten items may
 * come twice or be missed, where their scores have crossed the place.
 */
@ApplicationScoped
class Walks {

  private static final String TIMEOUT = "10s";

  /** So many ids fit into a cursor; larger first pages by relevance have a point in time. */
  private static final int MOST_SEEN = 100;

  private final SearchIndex index;
  private final PointsInTime points;

  Walks(SearchIndex index, PointsInTime points) {
    this.index = index;
    this.points = points;
  }

  /**
   * What was found.
   *
   * @param point id of the point in time at which; null for the index as it is
   * @param resumed whether an earlier one had been forgotten
   */
  record Found<D>(StoredHits<D> hits, String point, boolean resumed) {}

  /** One more than a page of hits, where there are so many. */
  <D> Found<D> read(
      String alias,
      Supplier<SearchRequest.Builder> request,
      Paging paging,
      List<SortOptions> sort,
      StoredHits.Documents<D> documents) {
    String before = paging.position().point();
    if (before != null) {
      Optional<Found<D>> found = readAt(before, request, paging, sort, documents, false);
      if (found.isPresent()) {
        return found.get();
      }
    }
    Optional<String> point = isWalk(paging) ? points.open(alias) : Optional.empty();
    return point
        .flatMap(id -> readAt(id, request, paging, sort, documents, before != null))
        .orElseGet(
            () ->
                new Found<>(
                    index.search(asItIs(alias, request.get(), paging, sort), documents),
                    null,
                    before != null));
  }

  private <D> Optional<Found<D>> readAt(
      String point,
      Supplier<SearchRequest.Builder> request,
      Paging paging,
      List<SortOptions> sort,
      StoredHits.Documents<D> documents,
      boolean resumed) {
    return points
        .search(point, complete(request.get(), paging, sort), documents)
        .map(hits -> new Found<>(hits, hits.point(), resumed));
  }

  private static boolean isWalk(Paging paging) {
    return !paging.position().isStart()
        || (paging.order() == Order.RELEVANCE && paging.size() > MOST_SEEN);
  }

  /** Whether the next page must begin at the top again, and leave out what was found. */
  static boolean isUnsettled(Paging paging, Found<?> found) {
    return paging.position().isStart()
        && paging.order() == Order.RELEVANCE
        && paging.size() <= MOST_SEEN
        && found.point() == null;
  }

  /** Nobody reads on. */
  void end(Found<?> found) {
    if (found.point() != null) {
      points.close(found.point());
    }
  }

  private static SearchRequest asItIs(
      String alias, SearchRequest.Builder request, Paging paging, List<SortOptions> sort) {
    return complete(request, paging, sort)
        .index(alias)
        // Copies of a shard score alike only roughly; the same copy goes on where it was.
        .preference(Integer.toHexString(paging.identity().hashCode()))
        .build();
  }

  private static SearchRequest.Builder complete(
      SearchRequest.Builder request, Paging paging, List<SortOptions> sort) {
    Position from = paging.position();
    if (!from.after().isEmpty()) {
      request.searchAfter(from.after());
    }
    if (!from.seen().isEmpty()) {
      Query seen = Query.of(q -> q.ids(i -> i.values(from.seen())));
      request.postFilter(q -> q.bool(b -> b.mustNot(seen)));
    }
    count(request, paging);
    return request
        .sort(sort)
        // One more than is shown tells whether there is a next page.
        .size(paging.size() + 1)
        .allowPartialSearchResults(false)
        .timeout(TIMEOUT);
  }

  // Counting all of a large index would cost more than finding them, and counting again on each
  // page more than all the rest.
  private static void count(SearchRequest.Builder request, Paging paging) {
    Position from = paging.position();
    if (from.total() >= 0 && (from.totalExact() || !paging.countAll())) {
      request.trackTotalHits(t -> t.enabled(false));
    } else if (paging.countAll()) {
      request.trackTotalHits(t -> t.enabled(true));
    } else {
      request.trackTotalHits(t -> t.count(Paging.COUNTED));
    }
  }
}
