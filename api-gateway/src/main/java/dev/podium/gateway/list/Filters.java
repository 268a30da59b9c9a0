package dev.podium.gateway.list;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.podium.gateway.parameter.LanguageTags;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.parameter.QueryParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Filters that several lists have. */
public final class Filters {

  /** Any of the values, exactly. */
  public static Query anyOf(String field, List<String> values) {
    List<FieldValue> terms = values.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(terms))));
  }

  /** The value, exactly. */
  public static Query term(String field, FieldValue value) {
    return Query.of(q -> q.term(t -> t.field(field).value(value)));
  }

  /** Any of the languages, each with its variants; a wrong one is noted. */
  public static Optional<Query> language(
      String field, Parameters parameters, QueryParameter parameter) {
    List<String> tags = languages(parameters, parameter);
    List<Query> ranges = tags.stream().flatMap(tag -> range(field, tag)).toList();
    return ranges.isEmpty() ? Optional.empty() : Optional.of(either(ranges));
  }

  private static Stream<Query> range(String field, String tag) {
    return Stream.of(
        term(field, FieldValue.of(tag)),
        Query.of(q -> q.prefix(p -> p.field(field).value(tag + '-'))));
  }

  /** The languages in their usual spelling; a wrong one is noted. */
  public static List<String> languages(Parameters parameters, QueryParameter parameter) {
    List<String> tags = new ArrayList<>();
    for (String given : parameters.texts(parameter)) {
      LanguageTags.canonical(given)
          .ifPresentOrElse(
              tags::add,
              () ->
                  parameters.wrong(
                      parameter.name(), "'" + given + "' is no BCP 47 tag such as fr or zh-Hant"));
    }
    return tags;
  }

  /** From one day to another, both inclusive; an end before the beginning is noted. */
  public static Optional<Query> days(
      String field, Parameters parameters, QueryParameter from, QueryParameter to) {
    Days days = Days.read(parameters, from, to);
    return days.isEndless()
        ? Optional.empty()
        : Optional.of(
            Query.of(
                q ->
                    q.range(
                        r ->
                            r.date(
                                d -> {
                                  d.field(field);
                                  days.first().ifPresent(day -> d.gte(day.toString()));
                                  days.last().ifPresent(day -> d.lte(day.toString()));
                                  return d;
                                }))));
  }

  /** Whether a field is there, where the request asks for that. */
  public static Optional<Query> known(
      String field, Parameters parameters, QueryParameter parameter) {
    return parameters.bool(parameter).map(yes -> yes ? known(field) : unknown(field));
  }

  /** Where a field is there. */
  static Query known(String field) {
    return Query.of(q -> q.exists(e -> e.field(field)));
  }

  /** Where a field is not there. */
  static Query unknown(String field) {
    return Query.of(q -> q.bool(b -> b.mustNot(known(field))));
  }

  /** Any of the queries. */
  public static Query either(List<Query> queries) {
    return Query.of(q -> q.bool(b -> b.should(queries).minimumShouldMatch("1")));
  }

  private Filters() {}
}
