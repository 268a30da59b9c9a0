package dev.podium.gateway.search;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.util.NamedValue;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts the exchanges of each person or outlet. Registries have some thousands of them, so that
 * all are counted at once.
 *
 * @param field with their ids
 * @param standIn the field with the ids where an exchange has none of its own; null where nothing
 *     stands in
 * @param names where they are called by name
 */
record Who(String field, String standIn, List<NamePlace> names) {

  static final Who OUTLETS =
      new Who(
          Fields.OUTLETS,
          null,
          List.of(NamePlace.inExchanges(Fields.OUTLETS, "exchange.question.asker.outlets")));

  /** Who holds the briefing answers, unless the answer names its speakers. */
  static final Who SPOKESPERSONS =
      new Who(
          Fields.SPEAKERS,
          Fields.SPOKESPERSONS,
          List.of(
              NamePlace.inExchanges(Fields.SPEAKERS, "exchange.answer.parts.speaker"),
              NamePlace.inBriefings(Fields.SPOKESPERSONS, "briefing.spokespersons")));

  /** The most that are counted. */
  static final int MOST = 10_000;

  private static final String OWN = "own";
  private static final String OTHERS = "others";
  private static final String FIRST = "first";
  private static final String LAST = "last";

  /** How often and when one is there; the days are null where no briefing has a date. */
  record Count(long exchanges, String first, String last) {

    Count and(Count other) {
      return new Count(
          exchanges + other.exchanges,
          Stream.of(first, other.first).filter(d -> d != null).min(String::compareTo).orElse(null),
          Stream.of(last, other.last).filter(d -> d != null).max(String::compareTo).orElse(null));
    }
  }

  /** Asks for the counts of what a query finds. */
  void count(SearchRequest.Builder request) {
    request.aggregations(OWN, days(field));
    if (standIn != null) {
      Query unnamed = ExchangeFilters.unnamedSpeaker();
      request.aggregations(
          OTHERS, Aggregation.of(a -> a.filter(unnamed).aggregations(OTHERS, days(standIn))));
    }
  }

  private static Aggregation days(String field) {
    return Aggregation.of(
        a ->
            a.terms(
                    t ->
                        t.field(field)
                            .size(MOST)
                            .order(List.of(NamedValue.of("_key", SortOrder.Asc))))
                .aggregations(FIRST, f -> f.min(m -> m.field(Fields.DATE)))
                .aggregations(LAST, l -> l.max(m -> m.field(Fields.DATE))));
  }

  /** Reads the counts, by id. */
  NavigableMap<String, Count> read(Map<String, Aggregate> aggregates) {
    NavigableMap<String, Count> counts = new TreeMap<>();
    add(counts, aggregates.get(OWN).sterms());
    if (standIn != null) {
      add(counts, aggregates.get(OTHERS).filter().aggregations().get(OTHERS).sterms());
    }
    return counts;
  }

  private static void add(Map<String, Count> counts, StringTermsAggregate terms) {
    for (StringTermsBucket bucket : terms.buckets().array()) {
      Count count =
          new Count(
              bucket.docCount(),
              bucket.aggregations().get(FIRST).min().valueAsString(),
              bucket.aggregations().get(LAST).max().valueAsString());
      counts.merge(bucket.key().stringValue(), count, Count::and);
    }
  }
}
