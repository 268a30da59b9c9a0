package dev.podium.gateway.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Intervals;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.podium.gateway.query.QueryNode.Form;
import dev.podium.gateway.query.QueryNode.Near;
import dev.podium.gateway.query.QueryNode.Term;
import dev.podium.gateway.query.Words;
import java.util.List;
import java.util.function.ToIntFunction;

/** Writes what stands near each other in one text of one language as a query of the index. */
record NearQueries(String part, String language) {

  /**
   * The query. Where all are words they are meant in any of their inflected forms; beside
   * quotations and prefixes, which are meant as written, so are words, since texts are kept in both
   * ways apart.
   */
  Query query(Near near) {
    boolean isInflected =
        near.sides().stream().flatMap(List::stream).allMatch(term -> term.form() == Form.WORD);
    String field = isInflected ? Fields.text(part, language) : Fields.exact(part, language);
    Intervals intervals = intervals(near);
    return Query.of(
        q -> q.intervals(i -> i.field(field).anyOf(any -> any.intervals(List.of(intervals)))));
  }

  private Intervals intervals(Near near) {
    List<List<Term>> sides = near.sides();
    if (sides.size() > 2) {
      int unseen = sides.stream().mapToInt(this::unseen).sum();
      return all(sides, near.distance() + unseen, false);
    }
    // Without order, two that overlap would be near each other too.
    return any(
        List.of(
            all(sides, near.distance() + unseen(sides.getFirst()), true),
            all(sides.reversed(), near.distance() + unseen(sides.getLast()), true)));
  }

  private Intervals all(List<List<Term>> sides, int gaps, boolean ordered) {
    List<Intervals> intervals = sides.stream().map(NearQueries::side).toList();
    return Intervals.of(
        i -> i.allOf(all -> all.intervals(intervals).maxGaps(gaps).ordered(ordered)));
  }

  private static Intervals side(List<Term> terms) {
    return any(terms.stream().map(NearQueries::term).toList());
  }

  private static Intervals any(List<Intervals> intervals) {
    return intervals.size() == 1
        ? intervals.getFirst()
        : Intervals.of(i -> i.anyOf(any -> any.intervals(intervals)));
  }

  private static Intervals term(Term term) {
    String text = term.text();
    return switch (term.form()) {
      case WORD, PHRASE -> Intervals.of(i -> i.match(m -> m.query(text).maxGaps(0).ordered(true)));
      case PREFIX -> Intervals.of(i -> i.prefix(p -> p.prefix(text)));
    };
  }

  // The index holds pairs of characters at the place of the first one, so that the last character
  // of a word is counted among those behind it.
  private int unseen(List<Term> side) {
    ToIntFunction<Term> ofTerm = term -> endsInPair(term) ? 1 : 0;
    return Languages.isInPairs(language) ? side.stream().mapToInt(ofTerm).max().orElse(0) : 0;
  }

  private static boolean endsInPair(Term term) {
    if (term.form() == Form.PREFIX) {
      return false;
    }
    int[] letters = term.text().codePoints().filter(Character::isLetterOrDigit).toArray();
    return letters.length > 1
        && Words.isCjk(letters[letters.length - 1])
        && Words.isCjk(letters[letters.length - 2]);
  }
}
