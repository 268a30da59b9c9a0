package dev.podium.ingest.attention;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What past arrivals teach: the weekdays that mostly brought a briefing, and the hours at which the
 * first of a day usually came.
 */
record Learnt(Set<DayOfWeek> weekdays, Set<LocalTime> times) {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final long WEEKS_AT_LEAST = 2;
  private static final int DAYS_AT_LEAST = 4;
  private static final double MOSTLY = 0.6;
  private static final double USUALLY = 0.2;

  private static final Learnt NOTHING = new Learnt(Set.of(), Set.of());

  static Learnt of(ZoneId zone, List<Instant> arrivals, Instant since, Instant now) {
    // A source that falls silent must not teach that it always was.
    Instant end =
        arrivals.stream()
            .max(Instant::compareTo)
            .map(last -> earlier(last.plus(WEEK), now))
            .orElse(now);
    Instant start = since.isBefore(end.minus(Rhythm.MEMORY)) ? end.minus(Rhythm.MEMORY) : since;
    long weeks = Duration.between(start, end).dividedBy(WEEK);
    Map<LocalDate, LocalTime> firsts = new TreeMap<>();
    arrivals.stream()
        .filter(time -> !time.isBefore(start))
        .sorted()
        .map(time -> time.atZone(zone))
        .forEach(time -> firsts.putIfAbsent(time.toLocalDate(), hour(time)));
    return weeks < WEEKS_AT_LEAST || firsts.size() < DAYS_AT_LEAST
        ? NOTHING
        : new Learnt(
            frequent(
                firsts.keySet().stream().map(LocalDate::getDayOfWeek).toList(), MOSTLY * weeks),
            frequent(List.copyOf(firsts.values()), USUALLY * firsts.size()));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static LocalTime hour(ZonedDateTime time) {
    return LocalTime.of(time.getHour(), 0);
  }

  private static <T> Set<T> frequent(List<T> items, double atLeast) {
    return items.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .filter(item -> item.getValue() >= atLeast)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
