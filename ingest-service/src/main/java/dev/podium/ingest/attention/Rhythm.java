package dev.podium.ingest.attention;

import dev.podium.ingest.source.BriefingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When a source publishes: what its calendar says, and what was learnt from past conference days.
 * Immutable.
 */
public final class Rhythm {

  /** How long before the last arrival the others teach anything. */
  public static final Duration MEMORY = Duration.ofDays(56);

  private static final Duration BEFORE = Duration.ofMinutes(30);
  private static final Duration AFTER = Duration.ofHours(3);
  private static final Duration LONGEST_WAIT = Duration.ofHours(2);
  private static final LocalTime MORNING = LocalTime.of(7, 0);
  private static final LocalTime NIGHT = LocalTime.of(22, 0);
  private static final int DAY_FACTOR = 2;
  private static final int QUIET_FACTOR = 6;
  private static final int DAYS_AHEAD = 7;
  private static final int MISSED_AT_MOST = 60;

  private final BriefingCalendar calendar;
  private final ZoneId zone;
  private final Set<DayOfWeek> learntDays;
  private final NavigableSet<LocalTime> times;

  private Rhythm(
      BriefingCalendar calendar,
      ZoneId zone,
      Set<DayOfWeek> learntDays,
      NavigableSet<LocalTime> times) {
    this.calendar = calendar;
    this.zone = zone;
    this.learntDays = learntDays;
    this.times = times;
  }

  /**
   * Learns the rhythm of a source.
   *
   * @param calendar as declared, or null
   * @param arrivals when new briefings were found, in any order
   * @param since when the source was first looked at
   */
  public static Rhythm of(
      BriefingCalendar calendar, ZoneId zone, List<Instant> arrivals, Instant since, Instant now) {
    Learnt learnt = Learnt.of(zone, arrivals, since, now);
    NavigableSet<LocalTime> times = new TreeSet<>(learnt.times());
    if (calendar != null) {
      times.addAll(calendar.times());
    }
    return new Rhythm(calendar, zone, learnt.weekdays(), times);
  }

  /** Whether anything is known of it. */
  public boolean known() {
    return calendar != null || !learntDays.isEmpty();
  }

  /** Whether a briefing counts as missed when a day brings none: what is declared outranks. */
  boolean expects(LocalDate date) {
    return calendar == null ? learntDays.contains(date.getDayOfWeek()) : calendar.expects(date);
  }

  /**
   * How long to wait until a listing is looked at again: its interval around the times when a
   * briefing is due or where nothing is known, twice that on other hours of such a day, six times
   * that at night and on days off, two hours at most, and never past the next time that one is due.
   */
  public Duration listingWait(Instant now, Duration interval) {
    if (!known() || windows(now).anyMatch(window -> window.contains(now))) {
      return interval;
    }
    Duration wait = interval.multipliedBy(byDay(now) ? DAY_FACTOR : QUIET_FACTOR);
    Duration bounded = shorter(wait, longer(LONGEST_WAIT, interval));
    return windows(now)
        .map(Window::from)
        .filter(from -> from.isAfter(now))
        .min(Instant::compareTo)
        .map(from -> longer(interval, shorter(bounded, Duration.between(now, from))))
        .orElse(bounded);
  }

  /**
   * The days on which a briefing was expected and none has come, oldest first.
   *
   * @param last when the last one came, or the source was first looked at
   * @param grace how late one may be
   */
  List<LocalDate> missed(Instant last, Instant now, Duration grace) {
    LocalDate today = day(now);
    LocalDate after = day(last).plusDays(1);
    LocalDate from =
        after.isBefore(today.minusDays(MISSED_AT_MOST)) ? today.minusDays(MISSED_AT_MOST) : after;
    return from.isAfter(today)
        ? List.of()
        : from.datesUntil(today.plusDays(1))
            .filter(this::expects)
            .filter(date -> !dueAt(date).plus(grace).isAfter(now))
            .toList();
  }

  /** When the next briefing is due; null where nothing is known. */
  Instant next(Instant now) {
    return day(now)
        .datesUntil(day(now).plusDays(MISSED_AT_MOST))
        .filter(this::expects)
        .map(this::dueAt)
        .filter(due -> due.isAfter(now))
        .findFirst()
        .orElse(null);
  }

  /** The day of the source on which something happened. */
  LocalDate day(Instant time) {
    return time.atZone(zone).toLocalDate();
  }

  /** The last of the usual times; the end of the day where none is known. */
  private Instant dueAt(LocalDate date) {
    return times.isEmpty()
        ? date.plusDays(1).atStartOfDay(zone).toInstant()
        : date.atTime(times.last()).atZone(zone).toInstant();
  }

  private boolean byDay(Instant now) {
    LocalTime time = now.atZone(zone).toLocalTime();
    return mayBring(day(now)) && !time.isBefore(MORNING) && time.isBefore(NIGHT);
  }

  /** Whether it is worth looking on a day: what is declared and what is learnt add up. */
  private boolean mayBring(LocalDate date) {
    boolean off = calendar != null && calendar.isOff(date);
    return expects(date) || (!off && learntDays.contains(date.getDayOfWeek()));
  }

  private Stream<Window> windows(Instant now) {
    LocalDate today = day(now);
    return today
        .minusDays(1)
        .datesUntil(today.plusDays(DAYS_AHEAD))
        .filter(this::mayBring)
        .flatMap(this::windowsOf);
  }

  private Stream<Window> windowsOf(LocalDate date) {
    if (times.isEmpty()) {
      return Stream.of(new Window(at(date, MORNING).toInstant(), at(date, NIGHT).toInstant()));
    }
    return times.stream()
        .map(time -> at(date, time).toInstant())
        .map(due -> new Window(due.minus(BEFORE), due.plus(AFTER)));
  }

  private ZonedDateTime at(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(zone);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /** A stretch of time in which a briefing is due. */
  private record Window(Instant from, Instant to) {

    boolean contains(Instant time) {
      return !time.isBefore(from) && time.isBefore(to);
    }
  }
}
