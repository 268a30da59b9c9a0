package dev.podium.gateway.query;

import dev.podium.gateway.query.QueryNode.Field;
import dev.podium.gateway.query.QueryNode.Near;
import dev.podium.gateway.query.QueryNode.Or;
import dev.podium.gateway.query.QueryNode.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What can stand near something else. */
final class Nearness {

  /**
   * A side of what is near.
   *
   * @param position where it begins
   */
  static List<Term> side(QueryNode node, int position) throws QuerySyntaxException {
    List<Term> terms = new ArrayList<>();
    add(node, terms, position);
    return terms;
  }

  private static void add(QueryNode node, List<Term> terms, int position)
      throws QuerySyntaxException {
    switch (node) {
      case Term term -> terms.add(term);
      case Or(List<QueryNode> nodes) -> {
        for (QueryNode one : nodes) {
          add(one, terms, position);
        }
      }
      case QueryNode.And _ -> throw wrong(position);
      case QueryNode.Not _ -> throw wrong(position);
      case Near _ -> throw wrong(position);
    }
  }

  private static QuerySyntaxException wrong(int position) {
    return new QuerySyntaxException(
        "beside NEAR stands a word, a quotation, a prefix*, or several of them joined by OR in"
            + " parentheses",
        position);
  }

  /**
   * What is near.
   *
   * @param position of the word that says so
   */
  static Near of(List<List<Term>> sides, int distance, int position) throws QuerySyntaxException {
    Set<Field> fields =
        sides.stream().flatMap(List::stream).map(Term::field).collect(Collectors.toSet());
    if (fields.size() > 1) {
      throw new QuerySyntaxException(
          "both sides are in one field, as in answer:(one NEAR/5 other)", position);
    }
    if (fields.contains(Field.ASKER) || fields.contains(Field.SPOKESPERSON)) {
      throw new QuerySyntaxException(
          "this field holds names; near each other are words of question: and answer:", position);
    }
    return new Near(sides, distance);
  }

  private Nearness() {}
}
