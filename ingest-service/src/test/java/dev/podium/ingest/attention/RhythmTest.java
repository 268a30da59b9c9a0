package dev.podium.ingest.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.ingest.source.BriefingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final Duration GRACE = Duration.ofHours(12);
  private static final LocalDate HOLIDAY = LocalDate.of(2026, 3, 5);
  private static final BriefingCalendar WORKDAYS =
      new BriefingCalendar(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          List.of(LocalTime.of(15, 0)),
          List.of(new BriefingCalendar.Off(HOLIDAY, HOLIDAY, false)));

  private static final Rhythm DECLARED = declared(WORKDAYS);

  @ParameterizedTest
  @CsvSource({
    "2026-03-03T14:29, PT10M, a minute before the window, and not more often than the interval",
    "2026-03-03T14:30, PT10M, in the window",
    "2026-03-03T15:00, PT10M, at the time itself",
    "2026-03-03T17:59, PT10M, late in the window",
    "2026-03-03T18:00, PT20M, in the evening",
    "2026-03-03T14:15, PT15M, not past the start of the window",
    "2026-03-03T09:00, PT20M, in the morning",
    "2026-03-03T23:00, PT1H, at night",
    "2026-03-03T03:00, PT1H, before dawn",
    "2026-03-07T15:00, PT1H, on a Saturday",
    "2026-03-05T15:00, PT1H, on a holiday",
  })
  void aListingIsLookedAtOftenWhenABriefingIsDueAndElseLess(
      LocalDateTime time, Duration wait, String when) {
    assertThat(DECLARED.listingWait(at(time), INTERVAL)).as(when).isEqualTo(wait);
  }

  @Test
  void aLongIntervalIsNotMadeShorterAndAWaitNotLongerThanTwoHours() {
    Instant saturday = at(LocalDateTime.of(2026, 3, 7, 12, 0));
    assertThat(DECLARED.listingWait(saturday, Duration.ofHours(1))).isEqualTo(Duration.ofHours(2));
    assertThat(DECLARED.listingWait(saturday, Duration.ofHours(5))).isEqualTo(Duration.ofHours(5));
  }

  @Test
  void whoIsNotKnownIsLookedAtAlways() {
    Rhythm unknown = learnt(List.of(), LocalDate.of(2026, 3, 1));
    assertThat(unknown.known()).isFalse();
    assertThat(unknown.listingWait(at(LocalDateTime.of(2026, 3, 8, 3, 0)), INTERVAL))
        .isEqualTo(INTERVAL);
    assertThat(unknown.next(at(LocalDateTime.of(2026, 3, 8, 3, 0)))).isNull();
  }

  @Test
  void aCalendarWithoutTimesMeansTheWholeDay() {
    Rhythm days = declared(new BriefingCalendar(Set.of(DayOfWeek.MONDAY), List.of(), List.of()));
    assertThat(days.listingWait(at(LocalDateTime.of(2026, 3, 2, 8, 0)), INTERVAL))
        .isEqualTo(INTERVAL);
    assertThat(days.listingWait(at(LocalDateTime.of(2026, 3, 3, 8, 0)), INTERVAL))
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aWindowLastsBeyondMidnight() {
    Rhythm late =
        declared(
            new BriefingCalendar(
                Set.of(DayOfWeek.MONDAY), List.of(LocalTime.of(23, 0)), List.of()));
    assertThat(late.listingWait(at(LocalDateTime.of(2026, 3, 3, 1, 0)), INTERVAL))
        .isEqualTo(INTERVAL);
  }

  @Test
  void learnsWeekdaysAndHoursFromPastConferenceDays() {
    // Tuesdays and Fridays at 16:20 for eight weeks, and one Sunday.
    List<Instant> arrivals =
        Stream.concat(
                LocalDate.of(2026, 1, 6)
                    .datesUntil(LocalDate.of(2026, 3, 3))
                    .filter(
                        day ->
                            EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY)
                                .contains(day.getDayOfWeek()))
                    .map(day -> at(day.atTime(16, 20))),
                Stream.of(at(LocalDateTime.of(2026, 2, 1, 9, 0))))
            .toList();
    Rhythm rhythm = learnt(arrivals, LocalDate.of(2026, 3, 3));
    assertThat(rhythm.expects(LocalDate.of(2026, 3, 3))).isTrue();
    assertThat(rhythm.expects(LocalDate.of(2026, 3, 4))).isFalse();
    assertThat(rhythm.expects(LocalDate.of(2026, 3, 8))).isFalse();
    assertThat(rhythm.listingWait(at(LocalDateTime.of(2026, 3, 3, 16, 30)), INTERVAL))
        .isEqualTo(INTERVAL);
    assertThat(rhythm.listingWait(at(LocalDateTime.of(2026, 3, 4, 16, 30)), INTERVAL))
        .isEqualTo(Duration.ofHours(1));
    assertThat(rhythm.next(at(LocalDateTime.of(2026, 3, 3, 17, 0))))
        .isEqualTo(at(LocalDateTime.of(2026, 3, 6, 16, 0)));
  }

  @Test
  void silenceUnlearnsNothing() {
    List<Instant> arrivals =
        LocalDate.of(2026, 1, 5)
            .datesUntil(LocalDate.of(2026, 3, 3))
            .map(day -> at(day.atTime(16, 20)))
            .toList();
    Rhythm rhythm = learnt(arrivals, LocalDate.of(2026, 6, 1));
    Instant now = at(LocalDateTime.of(2026, 6, 1, 12, 0));
    assertThat(rhythm.expects(LocalDate.of(2026, 6, 1))).isTrue();
    assertThat(rhythm.missed(arrivals.getLast(), now, GRACE)).hasSize(60);
  }

  @Test
  void afterAFewDaysNothingIsLearnt() {
    List<Instant> arrivals =
        LocalDate.of(2026, 3, 2)
            .datesUntil(LocalDate.of(2026, 3, 9))
            .map(day -> at(day.atTime(16, 20)))
            .toList();
    Rhythm rhythm =
        Rhythm.of(
            null, ZONE, arrivals, arrivals.getFirst(), at(LocalDateTime.of(2026, 3, 9, 0, 0)));
    assertThat(rhythm.known()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-03T15:40, 2026-03-04T23:00, ''",
    "2026-03-03T15:40, 2026-03-05T02:59, ''",
    "2026-03-03T15:40, 2026-03-05T03:00, 2026-03-04",
    "2026-03-03T15:40, 2026-03-06T12:00, 2026-03-04",
    "2026-03-03T15:40, 2026-03-07T12:00, 2026-03-04 2026-03-06",
    "2026-03-03T15:40, 2026-03-09T23:00, 2026-03-04 2026-03-06",
    "2026-03-03T15:40, 2026-03-10T12:00, 2026-03-04 2026-03-06 2026-03-09",
    "2026-03-09T15:40, 2026-03-10T12:00, ''",
  })
  void namesTheDaysThatBroughtNothing(LocalDateTime last, LocalDateTime now, String days) {
    assertThat(DECLARED.missed(at(last), at(now), GRACE))
        .extracting(LocalDate::toString)
        .containsExactly(days.isEmpty() ? new String[0] : days.split(" "));
  }

  private static Rhythm declared(BriefingCalendar calendar) {
    return Rhythm.of(calendar, ZONE, List.of(), Instant.EPOCH, Instant.EPOCH);
  }

  private static Rhythm learnt(List<Instant> arrivals, LocalDate today) {
    return Rhythm.of(
        null, ZONE, arrivals, at(LocalDateTime.of(2025, 12, 1, 0, 0)), at(today.atTime(12, 0)));
  }

  private static Instant at(LocalDateTime time) {
    return time.atZone(ZONE).toInstant();
  }
}
