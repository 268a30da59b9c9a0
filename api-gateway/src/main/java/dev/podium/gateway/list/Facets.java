package dev.podium.gateway.list;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.FiltersAggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.podium.gateway.list.ListPage.FacetCount;
import dev.podium.gateway.list.ListPage.TimelineCount;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts beside the items of a list: the values of fields, and a timeline. */
public final class Facets {

  static final int VALUES = 100;

  /** Of each of two fields that are counted as one: what is rare in both may be missed. */
  private static final int MERGED = 10 * VALUES;

  private static final String FACET = "facet-";
  private static final String STAND_IN = "stand-in-";
  private static final String TIMELINE = "timeline";

  /** Asks for the most frequent values of a field. */
  public static Map<String, Aggregation> facet(String name, String field) {
    return Map.of(FACET + name, values(field, VALUES));
  }

  /**
   * Asks for the most frequent values of a field, and of another one where that stands in for it:
   * for more of each than are told, since what is seldom in one may be frequent in the other.
   *
   * @param where which items have no value of their own
   */
  public static Map<String, Aggregation> facet(
      String name, String field, String standIn, Query where) {
    return Map.of(
        FACET + name,
        values(field, MERGED),
        STAND_IN + name,
        Aggregation.of(a -> a.filter(where).aggregations(name, values(standIn, MERGED))));
  }

  /** Asks how often a field is there, and how often it is not. */
  public static Map<String, Aggregation> known(String name, String field) {
    Map<String, Query> whether =
        Map.of("true", Filters.known(field), "false", Filters.unknown(field));
    return Map.of(
        FACET + name, Aggregation.of(a -> a.filters(f -> f.filters(b -> b.keyed(whether)))));
  }

  private static Aggregation values(String field, int most) {
    return Aggregation.of(a -> a.terms(t -> t.field(field).size(most)));
  }

  /** Asks for a timeline. */
  public static Map<String, Aggregation> timeline(String field, String interval) {
    CalendarInterval length = CalendarInterval._DESERIALIZER.parse(interval);
    return Map.of(
        TIMELINE,
        Aggregation.of(
            a -> a.dateHistogram(h -> h.field(field).calendarInterval(length).minDocCount(1))));
  }

  /** The values of each facet, the most frequent first; null where none was asked for. */
  static Map<String, List<FacetCount>> facets(Map<String, Aggregate> aggregates) {
    Map<String, List<FacetCount>> facets = new LinkedHashMap<>();
    aggregates.forEach(
        (name, aggregate) -> {
          if (name.startsWith(FACET)) {
            String facet = name.substring(FACET.length());
            facets.put(facet, merged(aggregate, aggregates.get(STAND_IN + facet), facet));
          }
        });
    return facets.isEmpty() ? null : facets;
  }

  private static List<FacetCount> merged(Aggregate own, Aggregate standIn, String facet) {
    if (own.isFilters()) {
      return whether(own.filters());
    }
    if (standIn == null) {
      return counts(own).toList();
    }
    Map<String, Long> sums = new LinkedHashMap<>();
    Stream.concat(counts(own), counts(standIn.filter().aggregations().get(facet)))
        .forEach(count -> sums.merge(count.value(), count.count(), Long::sum));
    return sums.entrySet().stream()
        .map(sum -> new FacetCount(sum.getKey(), sum.getValue()))
        .sorted(Comparator.comparingLong(FacetCount::count).reversed())
        .limit(VALUES)
        .toList();
  }

  private static List<FacetCount> whether(FiltersAggregate known) {
    return known.buckets().keyed().entrySet().stream()
        .filter(bucket -> bucket.getValue().docCount() > 0)
        .map(bucket -> new FacetCount(bucket.getKey(), bucket.getValue().docCount()))
        .sorted(Comparator.comparingLong(FacetCount::count).reversed())
        .toList();
  }

  private static Stream<FacetCount> counts(Aggregate aggregate) {
    return aggregate.isLterms()
        ? aggregate.lterms().buckets().array().stream()
            .map(bucket -> new FacetCount(bucket.keyAsString(), bucket.docCount()))
        : aggregate.sterms().buckets().array().stream()
            .map(bucket -> new FacetCount(bucket.key().stringValue(), bucket.docCount()));
  }

  /** The timeline, oldest first; null where none was asked for. */
  static List<TimelineCount> timeline(Map<String, Aggregate> aggregates) {
    Aggregate timeline = aggregates.get(TIMELINE);
    return timeline == null
        ? null
        : timeline.dateHistogram().buckets().array().stream()
            .map(bucket -> new TimelineCount(bucket.keyAsString(), bucket.docCount()))
            .toList();
  }

  private Facets() {}
}
