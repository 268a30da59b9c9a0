package dev.podium.gateway.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import dev.podium.gateway.query.QueryNode;
import dev.podium.gateway.query.QueryNode.And;
import dev.podium.gateway.query.QueryNode.Form;
import dev.podium.gateway.query.QueryNode.Near;
import dev.podium.gateway.query.QueryNode.Not;
import dev.podium.gateway.query.QueryNode.Or;
import dev.podium.gateway.query.QueryNode.Term;
import java.util.List;
import java.util.function.BiFunction;

/** Writes a search as a query of the index. */
final class TextQueries {

  private static final List<String> ASKER_FIELDS =
      List.of(Fields.ASKER, Fields.PERSON, Fields.OUTLET_NAMES, Fields.OUTLETS);
  private static final List<String> SPOKESPERSON_FIELDS =
      List.of(
          Fields.SPEAKER_NAMES, Fields.SPOKESPERSON_NAMES, Fields.SPEAKERS, Fields.SPOKESPERSONS);

  private static final String ANYTHING = ".*";
  private static final String WORD_STARTS = "(.* )?";

  // What the best field's score gains from the others.
  private static final double OTHER_FIELDS = 0.3;

  private final List<String> languages;

  /**
   * Queries on texts in some languages.
   *
   * @param languages of fields, see {@link Languages}
   */
  TextQueries(List<String> languages) {
    this.languages = languages;
  }

  Query query(QueryNode node) {
    return switch (node) {
      case And(List<QueryNode> nodes) -> Query.of(q -> q.bool(b -> b.must(queries(nodes))));
      case Or(List<QueryNode> nodes) ->
          Query.of(q -> q.bool(b -> b.should(queries(nodes)).minimumShouldMatch("1")));
      case Not(QueryNode negated) -> Query.of(q -> q.bool(b -> b.mustNot(query(negated))));
      case Term term -> term(term);
      case Near near -> near(near);
    };
  }

  private List<Query> queries(List<QueryNode> nodes) {
    return nodes.stream().map(this::query).toList();
  }

  private Query near(Near near) {
    List<Query> places =
        parts(near.sides().getFirst().getFirst().field()).stream()
            .flatMap(part -> languages.stream().map(language -> new NearQueries(part, language)))
            .map(place -> place.query(near))
            .toList();
    return Query.of(q -> q.disMax(d -> d.queries(places).tieBreaker(OTHER_FIELDS)));
  }

  private Query term(Term term) {
    return switch (term.field()) {
      case TEXT, QUESTION, ANSWER -> text(term, parts(term.field()));
      case ASKER -> name(term, ASKER_FIELDS);
      case SPOKESPERSON -> name(term, SPOKESPERSON_FIELDS);
    };
  }

  private static List<String> parts(QueryNode.Field field) {
    return switch (field) {
      case QUESTION -> List.of(Fields.QUESTION);
      case ANSWER -> List.of(Fields.ANSWER);
      case TEXT -> List.of(Fields.QUESTION, Fields.ANSWER);
      case ASKER, SPOKESPERSON -> throw new IllegalArgumentException(field + " holds no text");
    };
  }

  private Query text(Term term, List<String> parts) {
    return switch (term.form()) {
      // What is one word to the reader may be several to the index: l'ONU, COVID-19, 朝鲜半岛.
      case WORD -> match(term.text(), fields(parts, Fields::text), TextQueryType.Phrase);
      case PHRASE -> match(term.text(), fields(parts, Fields::exact), TextQueryType.Phrase);
      case PREFIX -> match(term.text(), fields(parts, Fields::exact), TextQueryType.BoolPrefix);
    };
  }

  private List<String> fields(List<String> parts, BiFunction<String, String, String> field) {
    return parts.stream()
        .flatMap(part -> languages.stream().map(language -> field.apply(part, language)))
        .toList();
  }

  private static Query match(String text, List<String> fields, TextQueryType type) {
    return Query.of(
        q ->
            q.multiMatch(
                m -> {
                  m.query(text).fields(fields).type(type);
                  return type == TextQueryType.BoolPrefix
                      ? m.operator(Operator.And)
                      : m.tieBreaker(OTHER_FIELDS);
                }));
  }

  // Names are kept whole, a few thousand in all: any of them that holds the text is meant.
  private static Query name(Term term, List<String> fields) {
    List<Query> names =
        NamePattern.of(term.text(), term.form() == Form.PREFIX ? WORD_STARTS : ANYTHING)
            .map(pattern -> fields.stream().map(field -> regexp(field, pattern)).toList())
            .orElse(List.of());
    return names.isEmpty()
        ? Query.of(q -> q.matchNone(n -> n))
        : Query.of(q -> q.bool(b -> b.should(names).minimumShouldMatch("1")));
  }

  private static Query regexp(String field, String pattern) {
    return Query.of(
        q -> q.regexp(r -> r.field(field).value(pattern).flags("NONE").caseInsensitive(true)));
  }
}
