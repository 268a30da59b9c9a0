package dev.podium.truth;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A briefing held to what is known of its page.
 *
 * @param asked how many things were asked of each aspect; of the promises, how many are broken
 * @param failures those that are not so, broken promises first
 */
public record Verdict(
    TruePage page, Briefing briefing, Map<Aspect, Integer> asked, List<Failure> failures) {

  /** A label may stand before the expected text, and is no longer than this. */
  private static final int LONGEST_LABEL = 40;

  public Verdict {
    asked = Map.copyOf(asked);
    failures = List.copyOf(failures);
  }

  /** What is not as it should be, in words. */
  public record Failure(Aspect aspect, String what) {}

  /**
   * Holds it to the truth and to its promises.
   *
   * @param text the decoded body
   */
  public static Verdict of(TruePage page, String text, Briefing briefing) {
    Verdicts verdict = new Verdicts();
    VisibleText.check(text, page.contentType(), briefing)
        .forEach(broken -> verdict.add(Aspect.PROMISES, false, broken));
    Truth truth = page.truth();
    truth.pairs().forEach(pair -> verdict.add(Aspect.PAIRS, holds(briefing, pair), said(pair)));
    if (truth.questions() != null) {
      long found = briefing.exchanges().stream().filter(e -> e.question() != null).count();
      verdict.equal(Aspect.COUNTS, (long) truth.questions(), found);
    }
    if (truth.title() != null) {
      String title = briefing.title() == null ? null : Texts.fold(briefing.title());
      verdict.equal(Aspect.TITLES, Texts.fold(truth.title()), title);
    }
    if (truth.date() != null) {
      verdict.equal(Aspect.DATES, truth.date(), briefing.date());
    }
    if (truth.publishedOn() != null) {
      verdict.equal(Aspect.DATES, truth.publishedOn(), briefing.publishedOn());
    }
    SaidBy said = new SaidBy(briefing);
    truth.turns().forEach(turn -> verdict.add(Aspect.TURNS, said.next(turn), said(turn)));
    return new Verdict(page, briefing, verdict.asked, verdict.failures);
  }

  private static String said(Truth.Pair pair) {
    return Texts.brief(pair.question() == null ? pair.answer() : pair.question());
  }

  private static String said(Truth.Turn turn) {
    return (turn.side() == Truth.Side.ASKER ? "asker: " : "podium: ") + Texts.brief(turn.text());
  }

  private static boolean holds(Briefing briefing, Truth.Pair pair) {
    String question = Texts.squeeze(pair.question());
    String answer = Texts.squeeze(pair.answer());
    return briefing.exchanges().stream()
        .anyMatch(
            exchange ->
                endsAlike(question, question(exchange)) && endsAlike(answer, answer(exchange)));
  }

  private static String question(Exchange exchange) {
    return exchange.question() == null ? null : Texts.squeeze(exchange.question().text());
  }

  private static String answer(Exchange exchange) {
    return exchange.answer() == null ? null : Texts.squeeze(exchange.answer().text());
  }

  private static boolean endsAlike(String expected, String text) {
    if (expected == null || text == null) {
      return Objects.equals(expected, text);
    }
    return !text.isEmpty()
        && expected.endsWith(text)
        && expected.length() - text.length() <= LONGEST_LABEL;
  }

  /** The failures of one aspect, as {@code set/file: what}. */
  public List<String> failures(Aspect aspect) {
    return failures.stream()
        .filter(failure -> failure.aspect() == aspect)
        .map(failure -> page + ": " + failure.what())
        .toList();
  }

  /** What is asked and what of it failed, while it is found out. */
  private static final class Verdicts {

    private final Map<Aspect, Integer> asked = new EnumMap<>(Aspect.class);
    private final List<Failure> failures = new ArrayList<>();

    void add(Aspect aspect, boolean right, String what) {
      asked.merge(aspect, 1, Integer::sum);
      if (!right) {
        failures.add(new Failure(aspect, what));
      }
    }

    void equal(Aspect aspect, Object expected, Object found) {
      add(aspect, expected.equals(found), "expected " + expected + ", found " + found);
    }
  }
}
