package dev.podium.gateway.source;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.util.NamedValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.exchange.Status;
import dev.podium.gateway.list.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Counts what the index has of each source. */
@ApplicationScoped
class SourceCounts {

  private static final int MOST = 10_000;
  private static final String SOURCES = "sources";
  private static final String FIRST = "first";
  private static final String LAST = "last";
  private static final String ONE = "one";
  private static final List<String> FACTS = List.of("organisation", "series", "language");

  private final SearchIndex index;

  SourceCounts(SearchIndex index) {
    this.index = index;
  }

  /**
   * What the index has of a source.
   *
   * @param exchanges that the publisher still has
   * @param first day of a briefing; null where none has a date
   * @param last day of a briefing; null where none has a date
   * @param facts what a briefing of it says of the source; null where there is none
   */
  record Count(long briefings, long exchanges, String first, String last, JsonNode facts) {

    static final Count NONE = new Count(0, 0, null, null, null);
  }

  /** The counts by the ids of sources; only of one where that is named. */
  NavigableMap<String, Count> read(List<String> only) {
    NavigableMap<String, Count> counts = new TreeMap<>();
    briefings(only).forEach(bucket -> counts.put(id(bucket), count(bucket)));
    exchanges(only)
        .forEach(
            bucket ->
                counts.computeIfPresent(
                    id(bucket),
                    (id, count) ->
                        new Count(
                            count.briefings(),
                            bucket.docCount(),
                            count.first(),
                            count.last(),
                            count.facts())));
    return counts;
  }

  private static String id(StringTermsBucket bucket) {
    return bucket.key().stringValue();
  }

  private static Count count(StringTermsBucket bucket) {
    return new Count(
        bucket.docCount(),
        0,
        bucket.aggregations().get(FIRST).min().valueAsString(),
        bucket.aggregations().get(LAST).max().valueAsString(),
        bucket.aggregations().get(ONE).topHits().hits().hits().stream()
            .findFirst()
            .map(hit -> hit.source().to(JsonNode.class))
            .orElse(null));
  }

  private List<StringTermsBucket> briefings(List<String> only) {
    Aggregation one =
        Aggregation.of(
            a -> a.topHits(t -> t.size(1).source(s -> s.filter(f -> f.includes(FACTS)))));
    Aggregation sources =
        Aggregation.of(
            a ->
                a.terms(t -> t.field("source").size(MOST).order(List.of(byId())))
                    .aggregations(FIRST, f -> f.min(m -> m.field("date")))
                    .aggregations(LAST, l -> l.max(m -> m.field("date")))
                    .aggregations(ONE, one));
    // Of a page that was gone when it was first seen there is nothing.
    Query known = Query.of(q -> q.exists(e -> e.field("contentVersion")));
    return buckets(SearchIndex.BRIEFINGS, known, "source", only, sources);
  }

  private List<StringTermsBucket> exchanges(List<String> only) {
    Aggregation sources =
        Aggregation.of(
            a -> a.terms(t -> t.field("briefing.source").size(MOST).order(List.of(byId()))));
    Query live = Filters.anyOf("status", List.of(Status.LIVE.code()));
    return buckets(SearchIndex.EXCHANGES, live, "briefing.source", only, sources);
  }

  private static NamedValue<SortOrder> byId() {
    return NamedValue.of("_key", SortOrder.Asc);
  }

  private List<StringTermsBucket> buckets(
      String alias, Query which, String field, List<String> only, Aggregation sources) {
    List<Query> filters = new ArrayList<>(List.of(which));
    if (!only.isEmpty()) {
      filters.add(Filters.anyOf(field, only));
    }
    SearchRequest request =
        SearchRequest.of(
            s ->
                s.index(alias)
                    .query(q -> q.bool(b -> b.filter(filters)))
                    .size(0)
                    .allowPartialSearchResults(false)
                    .aggregations(Map.of(SOURCES, sources)));
    return index.search(request, Void.class).aggregations().get(SOURCES).sterms().buckets().array();
  }
}
