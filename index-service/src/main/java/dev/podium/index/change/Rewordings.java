package dev.podium.index.change;

import dev.podium.contracts.briefing.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which of the exchanges that a revision no longer has are still there in other words. An
 * exchange's id is made of its question, so a corrected question gives a new id.
 */
final class Rewordings {

  private static final double SAME_QUESTION = 0.5;
  private static final double LIKE_QUESTION = 0.2;
  private static final double LIKE_ANSWER = 0.6;
  private static final double SAME_ANSWER = 0.9;
  // Shorter answers, such as that one knows nothing of it, are given to many questions.
  private static final int TELLING_ANSWER = 80;
  private static final int MAX_PAIRS = 250_000;
  private static final int MIN_WINDOW = 8;

  private record Candidate(Exchange exchange, int rank, Sketch question, Sketch answer) {

    static Candidate of(Exchange exchange, int rank) {
      String question = exchange.question() == null ? null : exchange.question().text();
      String answer = exchange.answer() == null ? null : exchange.answer().text();
      return new Candidate(exchange, rank, Sketch.of(question), Sketch.of(answer));
    }
  }

  private record Pair(Candidate lost, Candidate found, double likeness) {}

  /** The exchange before, by the id of the one that it became. */
  static Map<String, Exchange> find(List<Exchange> lost, List<Exchange> found) {
    if (lost.isEmpty() || found.isEmpty()) {
      return Map.of();
    }
    Map<String, Exchange> before = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Pair pair : pairs(candidates(lost), candidates(found))) {
      String to = pair.found().exchange().id();
      if (!before.containsKey(to) && taken.add(pair.lost().exchange().id())) {
        before.put(to, pair.lost().exchange());
      }
    }
    return before;
  }

  private static List<Candidate> candidates(List<Exchange> exchanges) {
    List<Candidate> candidates = new ArrayList<>(exchanges.size());
    for (Exchange exchange : exchanges) {
      candidates.add(Candidate.of(exchange, candidates.size()));
    }
    return candidates;
  }

  /** The likest first; of equals the nearest, then the first. */
  private static List<Pair> pairs(List<Candidate> lost, List<Candidate> found) {
    // On a page that was written anew all is lost and found; nearness keeps the work bounded.
    int window = Math.max(MIN_WINDOW, MAX_PAIRS / Math.max(1, Math.max(lost.size(), found.size())));
    List<Pair> pairs = new ArrayList<>();
    for (Candidate from : lost) {
      int first = Math.max(0, from.rank() - window);
      int last = Math.min(found.size(), from.rank() + window + 1);
      for (Candidate to : first < last ? found.subList(first, last) : List.<Candidate>of()) {
        double likeness = likeness(from, to);
        if (likeness > 0) {
          pairs.add(new Pair(from, to, likeness));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::likeness)
            .reversed()
            .thenComparingInt(pair -> Math.abs(pair.lost().rank() - pair.found().rank()))
            .thenComparingInt(pair -> pair.lost().rank())
            .thenComparingInt(pair -> pair.found().rank()));
    return pairs;
  }

  /** 0 where the two are not the same exchange in other words. */
  private static double likeness(Candidate from, Candidate to) {
    if (from.exchange().kind() != to.exchange().kind()) {
      return 0;
    }
    double answer = from.answer().likeness(to.answer());
    if (from.exchange().kind() == Exchange.Kind.STATEMENT) {
      return answer >= SAME_QUESTION ? answer : 0;
    }
    double question = from.question().likeness(to.question());
    boolean telling = Math.min(from.answer().length(), to.answer().length()) >= TELLING_ANSWER;
    boolean same =
        question >= SAME_QUESTION
            || (question >= LIKE_QUESTION && answer >= LIKE_ANSWER)
            || (telling && answer >= SAME_ANSWER);
    return same ? question + answer : 0;
  }

  private Rewordings() {}
}
