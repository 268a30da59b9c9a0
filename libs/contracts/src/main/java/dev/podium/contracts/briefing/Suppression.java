package dev.podium.contracts.briefing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes exchanges out of briefings. What is left is the same whoever does it, in which order and
 * how often.
 */
public final class Suppression {

  /** The reason of leftovers where an exchange stood. */
  public static final String REASON = "suppressed";

  /** Whether a briefing has any of the exchanges. */
  public static boolean concerns(Briefing briefing, Collection<Erased> erased) {
    Set<String> ids = ids(erased);
    return briefing.exchanges().stream().map(Exchange::id).anyMatch(ids::contains);
  }

  /**
   * The briefing without the exchanges: where they stood are leftovers, what refers to them still
   * does, {@code coverage} is as it was read, and {@code erased} names all of them beside those
   * that it named before.
   */
  public static Briefing without(Briefing briefing, Collection<Erased> erased) {
    if (erased.isEmpty()) {
      return briefing;
    }
    Set<String> ids = ids(erased);
    List<Exchange> out =
        briefing.exchanges().stream().filter(exchange -> ids.contains(exchange.id())).toList();
    List<Exchange> left =
        briefing.exchanges().stream().filter(exchange -> !ids.contains(exchange.id())).toList();
    return briefing.with(
        left, leftovers(briefing.leftovers(), out), together(briefing.erased(), erased));
  }

  /** Both lists as one; of two that name the same the first counts. */
  public static List<Erased> together(Collection<Erased> first, Collection<Erased> second) {
    Map<String, Erased> byExchange = new TreeMap<>();
    Stream.concat(first.stream(), second.stream())
        .forEach(one -> byExchange.putIfAbsent(String.valueOf(one.exchangeId()), one));
    return byExchange.values().stream().sorted(Erased.ORDER).toList();
  }

  private static Set<String> ids(Collection<Erased> erased) {
    return erased.stream()
        .map(Erased::exchangeId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static List<Briefing.Leftover> leftovers(
      List<Briefing.Leftover> known, List<Exchange> out) {
    List<Briefing.Leftover> all = new ArrayList<>(known);
    for (Exchange exchange : out) {
      segments(exchange)
          .map(segment -> new Briefing.Leftover(segment.start(), segment.end(), REASON))
          .filter(leftover -> !all.contains(leftover))
          .forEach(all::add);
    }
    all.sort(
        Comparator.comparingInt(Briefing.Leftover::start)
            .thenComparingInt(Briefing.Leftover::end)
            .thenComparing(Briefing.Leftover::reason));
    return all;
  }

  private static Stream<Segment> segments(Exchange exchange) {
    Stream<Segment> question =
        exchange.question() == null ? Stream.of() : exchange.question().segments().stream();
    Stream<Segment> answer =
        exchange.answer() == null
            ? Stream.of()
            : exchange.answer().parts().stream().flatMap(part -> part.segments().stream());
    return Stream.concat(question, answer);
  }

  private Suppression() {}
}
