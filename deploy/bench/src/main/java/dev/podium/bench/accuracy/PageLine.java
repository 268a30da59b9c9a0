package dev.podium.bench.accuracy;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Warning;
import dev.podium.truth.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run made of a page: a line of its file.
 *
 * @param release of the parser
 * @param rejection its code, or null
 * @param warnings codes, of the briefing and of its exchanges
 */
record PageLine(
    String set,
    String file,
    int release,
    String rejection,
    double coverage,
    List<String> warnings,
    List<Said> exchanges) {

  PageLine {
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    exchanges = exchanges == null ? List.of() : List.copyOf(exchanges);
  }

  /**
   * An exchange.
   *
   * @param label of the asker, or null
   * @param question null for a statement
   * @param answer null for a question without one
   */
  record Said(String id, String label, String question, String answer) {

    private static Said of(Exchange exchange) {
      Exchange.Question question = exchange.question();
      return new Said(
          exchange.id(),
          question == null ? null : question.asker().label(),
          question == null ? null : question.text(),
          exchange.answer() == null ? null : exchange.answer().text());
    }
  }

  static PageLine of(Verdict verdict) {
    Briefing briefing = verdict.briefing();
    return new PageLine(
        verdict.page().set(),
        verdict.page().file(),
        briefing.parser().release(),
        briefing.rejection() == null ? null : briefing.rejection().code(),
        briefing.coverage(),
        Stream.concat(
                briefing.warnings().stream(),
                briefing.exchanges().stream().flatMap(exchange -> exchange.warnings().stream()))
            .map(Warning::code)
            .toList(),
        briefing.exchanges().stream().map(Said::of).toList());
  }
}
