package dev.podium.gateway.briefing;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.gateway.list.Filters;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.parameter.QueryParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the filters of a request as queries of the index. */
final class BriefingFilters {

  static final String DATE = "date";

  private static final Map<QueryParameter, String> EXACT =
      Map.of(
          BriefingParameters.OCCASION, "occasion",
          BriefingParameters.SOURCE, "source",
          BriefingParameters.ORGANISATION, "organisation",
          BriefingParameters.SERIES, "series",
          BriefingParameters.SPOKESPERSON, "spokespersons",
          BriefingParameters.STATE, "state");

  /** All filters that the request gives; what is wrong with them is noted. */
  static List<Query> of(Parameters parameters) {
    List<Query> filters = new ArrayList<>();
    // Of a page that was gone when it was first seen there is nothing to list.
    filters.add(Query.of(q -> q.exists(e -> e.field("contentVersion"))));
    EXACT.forEach(
        (parameter, field) -> {
          List<String> values = parameters.texts(parameter);
          if (!values.isEmpty()) {
            filters.add(Filters.anyOf(field, values));
          }
        });
    parameters.text(BriefingParameters.Q).map(BriefingFilters::title).ifPresent(filters::add);
    canonicalUrl(parameters).ifPresent(url -> filters.add(Filters.anyOf("url", List.of(url))));
    Filters.language("language", parameters, BriefingParameters.LANGUAGE).ifPresent(filters::add);
    Filters.days(DATE, parameters, BriefingParameters.FROM, BriefingParameters.TO)
        .ifPresent(filters::add);
    Filters.known(DATE, parameters, BriefingParameters.DATED).ifPresent(filters::add);
    return filters;
  }

  // A title is in the field of its language, analysed as that language is.
  private static Query title(String words) {
    return Query.of(
        q -> q.multiMatch(m -> m.query(words).fields("title.*").operator(Operator.And)));
  }

  private static Optional<String> canonicalUrl(Parameters parameters) {
    try {
      return parameters.text(BriefingParameters.URL).map(CanonicalUrl::of);
    } catch (IllegalArgumentException e) {
      parameters.wrong(BriefingParameters.URL.name(), e.getMessage());
      return Optional.empty();
    }
  }

  private BriefingFilters() {}
}
