package dev.podium.gateway.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.list.Filters;
import java.util.List;
import java.util.Map;

/**
 * Where documents call persons or outlets by name.
 *
 * @param alias of the index
 * @param field with the ids
 * @param names path to the objects that have an id and what goes with it
 * @param language the field with the language of the names
 */
record NamePlace(String alias, String field, String names, String language) {

  private static final String IDS = "ids";
  private static final String LANGUAGES = "languages";
  private static final String ONE = "one";
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final int MOST_LANGUAGES = 50;

  static NamePlace inExchanges(String field, String names) {
    return new NamePlace(SearchIndex.EXCHANGES, field, names, Fields.LANGUAGE);
  }

  static NamePlace inBriefings(String field, String names) {
    return new NamePlace(SearchIndex.BRIEFINGS, field, names, "language");
  }

  /** Asks for one document of each id in each language. */
  SearchRequest request(List<String> ids) {
    Aggregation one =
        Aggregation.of(
            a -> a.topHits(t -> t.size(1).source(s -> s.filter(f -> f.includes(names)))));
    Aggregation byLanguage =
        Aggregation.of(
            a -> a.terms(t -> t.field(language).size(MOST_LANGUAGES)).aggregations(ONE, one));
    Aggregation byId =
        Aggregation.of(
            a ->
                a.terms(t -> t.field(field).size(ids.size()).include(i -> i.terms(ids)))
                    .aggregations(LANGUAGES, byLanguage));
    return SearchRequest.of(
        s ->
            s.index(alias)
                .query(Filters.anyOf(field, ids))
                .size(0)
                .allowPartialSearchResults(false)
                .aggregations(IDS, byId));
  }

  /** Adds the names that were found to those that are known, by id and language. */
  void read(Map<String, Aggregate> aggregates, Map<String, Map<String, String>> known) {
    for (StringTermsBucket id : aggregates.get(IDS).sterms().buckets().array()) {
      String wanted = id.key().stringValue();
      for (StringTermsBucket in : id.aggregations().get(LANGUAGES).sterms().buckets().array()) {
        for (Hit<JsonData> hit : in.aggregations().get(ONE).topHits().hits().hits()) {
          String name = name(hit.source().to(JsonNode.class), wanted);
          if (name != null) {
            known.get(wanted).putIfAbsent(in.key().stringValue(), name);
          }
        }
      }
    }
  }

  private static String name(JsonNode document, String id) {
    return document.findParents(NAME).stream()
        .filter(one -> one.path(ID).asText().equals(id) && one.path(NAME).isTextual())
        .map(one -> one.path(NAME).asText())
        .findFirst()
        .orElse(null);
  }
}
