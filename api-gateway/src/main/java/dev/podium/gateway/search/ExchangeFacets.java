package dev.podium.gateway.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import dev.podium.gateway.list.Facets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The filters of which values can be counted. */
final class ExchangeFacets {

  private static final String SPOKESPERSON = "spokesperson";
  private static final String DATED = "dated";
  private static final Map<String, String> FIELDS = fields();

  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("language", Fields.LANGUAGE);
    fields.put("source", Fields.SOURCE);
    fields.put("organisation", Fields.ORGANISATION);
    fields.put("series", Fields.SERIES);
    fields.put("occasion", Fields.OCCASION);
    fields.put(SPOKESPERSON, Fields.SPEAKERS);
    fields.put("outlet", Fields.OUTLETS);
    fields.put("asker", Fields.ASKER);
    fields.put("kind", Fields.KIND);
    fields.put("answered", Fields.ANSWERED);
    fields.put("followUp", Fields.FOLLOW_UP);
    fields.put("status", Fields.STATUS);
    fields.put(DATED, Fields.DATE);
    return fields;
  }

  static List<String> names() {
    return List.copyOf(FIELDS.keySet());
  }

  /** What to ask the index for. */
  static Map<String, Aggregation> aggregations(List<String> facets, Optional<String> interval) {
    Map<String, Aggregation> aggregations = new LinkedHashMap<>();
    facets.forEach(facet -> aggregations.putAll(aggregation(facet)));
    interval.ifPresent(length -> aggregations.putAll(Facets.timeline(Fields.DATE, length)));
    return aggregations;
  }

  private static Map<String, Aggregation> aggregation(String facet) {
    return switch (facet) {
      case SPOKESPERSON ->
          Facets.facet(
              facet, Fields.SPEAKERS, Fields.SPOKESPERSONS, ExchangeFilters.unnamedSpeaker());
      case DATED -> Facets.known(facet, Fields.DATE);
      default -> Facets.facet(facet, FIELDS.get(facet));
    };
  }

  private ExchangeFacets() {}
}
