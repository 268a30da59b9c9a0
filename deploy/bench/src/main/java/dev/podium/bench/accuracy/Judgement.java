package dev.podium.bench.accuracy;

import dev.podium.bench.pages.Truth;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a briefing has of what is known of its page. Texts are compared without white space: where
 * lines break is no part of what was said.
 */
final class Judgement {

  /** A label may stand before an expected text; none is longer. */
  private static final int LONGEST_LABEL = 40;

  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

  private final Briefing briefing;
  private final Truth truth;
  private final List<String> wrong = new ArrayList<>();
  private final Score pairs;
  private final Score counts;
  private final Score titles;
  private final Score dates;
  private final Score turns;

  Judgement(Briefing briefing, Truth truth) {
    this.briefing = briefing;
    this.truth = truth;
    this.pairs = findPairs();
    this.counts = equal("questions", truth.questions(), Integer.valueOf(questions().size()));
    this.titles = equal("title", squeeze(truth.title()), squeeze(briefing.title()));
    this.dates = equal("date", truth.date(), Objects.toString(briefing.date(), null));
    this.turns = findTurns();
  }

  private Score findPairs() {
    Score score = Score.NOTHING;
    for (Truth.Pair pair : truth.pairs()) {
      boolean found = questions().stream().anyMatch(exchange -> holds(exchange, pair));
      score = score.plus(found);
      if (!found) {
        wrong.add("pair: " + pair.question());
      }
    }
    return score;
  }

  private static boolean holds(Exchange exchange, Truth.Pair pair) {
    boolean answered = exchange.answer() != null;
    return endsAlike(squeeze(pair.question()), squeeze(exchange.question().text()))
        && answered == (pair.answer() != null)
        && (!answered || endsAlike(squeeze(pair.answer()), squeeze(exchange.answer().text())));
  }

  private static boolean endsAlike(String expected, String text) {
    return expected.endsWith(text) && expected.length() - text.length() <= LONGEST_LABEL;
  }

  private Score findTurns() {
    StringBuilder asked = new StringBuilder();
    StringBuilder said = new StringBuilder();
    for (Exchange exchange : briefing.exchanges()) {
      if (exchange.question() != null) {
        asked.append('\n').append(squeeze(exchange.question().text()));
      }
      if (exchange.answer() != null) {
        exchange.answer().parts().forEach(part -> said.append('\n').append(squeeze(part.text())));
      }
    }
    Score score = Score.NOTHING;
    for (Truth.Turn turn : truth.turns()) {
      String text = squeeze(turn.text());
      boolean found = turn.asks() ? asked.indexOf('\n' + text) >= 0 : said.indexOf(text) >= 0;
      score = score.plus(found);
      if (!found) {
        wrong.add((turn.asks() ? "question: " : "said: ") + turn.text());
      }
    }
    return score;
  }

  private <T> Score equal(String what, T known, T found) {
    if (known == null) {
      return Score.NOTHING;
    }
    boolean right = known.equals(found);
    if (!right) {
      wrong.add(what + ": " + known + " expected, " + found + " found");
    }
    return Score.NOTHING.plus(right);
  }

  private List<Exchange> questions() {
    return briefing.exchanges().stream().filter(exchange -> exchange.question() != null).toList();
  }

  private static String squeeze(String text) {
    return text == null ? null : BLANK.matcher(text).replaceAll("");
  }

  Score pairs() {
    return pairs;
  }

  Score counts() {
    return counts;
  }

  Score titles() {
    return titles;
  }

  Score dates() {
    return dates;
  }

  Score turns() {
    return turns;
  }

  /** What was not found, a line each. */
  List<String> wrong() {
    return wrong;
  }
}
