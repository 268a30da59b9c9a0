package dev.podium.gateway.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.podium.gateway.list.Filters;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.parameter.QueryParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the filters of a request as queries of the index. */
final class ExchangeFilters {

  private static final Map<QueryParameter, String> EXACT =
      Map.of(
          ExchangeParameters.SOURCE, Fields.SOURCE,
          ExchangeParameters.ORGANISATION, Fields.ORGANISATION,
          ExchangeParameters.SERIES, Fields.SERIES,
          ExchangeParameters.OCCASION, Fields.OCCASION,
          ExchangeParameters.OUTLET, Fields.OUTLETS,
          ExchangeParameters.ASKER, Fields.ASKER,
          ExchangeParameters.KIND, Fields.KIND,
          ExchangeParameters.ANSWERED, Fields.ANSWERED);

  /** All filters that the request gives. */
  static List<Query> of(Parameters parameters) {
    List<Query> filters = new ArrayList<>();
    filters.add(Filters.anyOf(Fields.STATUS, statuses(parameters)));
    EXACT.forEach(
        (parameter, field) -> {
          List<String> values = parameters.texts(parameter);
          if (!values.isEmpty()) {
            filters.add(Filters.anyOf(field, values));
          }
        });
    parameters
        .bool(ExchangeParameters.FOLLOW_UP)
        .ifPresent(yes -> filters.add(Filters.term(Fields.FOLLOW_UP, FieldValue.of(yes))));
    List<String> persons = parameters.texts(ExchangeParameters.SPOKESPERSON);
    if (!persons.isEmpty()) {
      filters.add(answeredBy(persons));
    }
    Filters.language(Fields.LANGUAGE, parameters, ExchangeParameters.LANGUAGE)
        .ifPresent(filters::add);
    Filters.days(Fields.DATE, parameters, ExchangeParameters.FROM, ExchangeParameters.TO)
        .ifPresent(filters::add);
    Filters.known(Fields.DATE, parameters, ExchangeParameters.DATED).ifPresent(filters::add);
    return filters;
  }

  private static List<String> statuses(Parameters parameters) {
    List<String> asked = parameters.texts(ExchangeParameters.STATUS);
    return asked.isEmpty() ? List.of("live") : asked;
  }

  // Who holds the briefing answers, unless the answer names its speakers.
  private static Query answeredBy(List<String> persons) {
    Query holds =
        Query.of(
            q ->
                q.bool(
                    b ->
                        b.filter(Filters.anyOf(Fields.SPOKESPERSONS, persons))
                            .filter(unnamedSpeaker())));
    return Filters.either(List.of(Filters.anyOf(Fields.SPEAKERS, persons), holds));
  }

  /** Answers that do not name who gives them. */
  static Query unnamedSpeaker() {
    return Query.of(q -> q.bool(b -> b.mustNot(n -> n.exists(e -> e.field(Fields.SPEAKER_NAMES)))));
  }

  private ExchangeFilters() {}
}
