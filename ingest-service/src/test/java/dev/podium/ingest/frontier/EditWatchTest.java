package dev.podium.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditWatchTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LEAST = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofDays(30);

  /** Common pages, quiet ones (as many edits expected, none seen) and lively ones. */
  @ParameterizedTest
  @CsvSource({
    "PT10M,    0, 0,    PT10M",
    "PT40M,    0, 0,    PT10M",
    "PT4H,     0, 0,    PT1H",
    "P4D,      0, 0,    P1D",
    "P4D,      0, 0.5,  P2D",
    "P4D,      1, 0,    PT8H",
    "P4D,      9, 0,    PT6H",
    "P4D,      9, 8.5,  PT22H44M12S",
    "P100D,    0, 0,    P7D",
    "P365D,    0, 0.45, P7D",
    "P366D,    0, 0.45, P30D",
    "P9999D,   9, 0,    P30D",
  })
  void theWaitLengthensWithTheAgeAndShortensWithTheEditsSeen(
      Duration age, int changes, double expected, Duration wait) {
    Instant now = START.plus(age);
    Watch watch = new Watch(9, now, START, changes, expected, false);
    Duration found = EditWatch.wait(watch, LEAST, 1, LONGEST, now);
    assertThat(found.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)).isEqualTo(wait);
  }

  @Test
  void theOtherPagesOfALivelySourceMakeANewOneLookedAtMoreOften() {
    Instant now = START.plus(Duration.ofDays(4));
    Watch watch = new Watch(9, now, START, 0, 0, false);
    double lively = EditWatch.liveliness(35, 15);
    assertThat(lively).isEqualTo(2);
    assertThat(EditWatch.wait(watch, LEAST, lively, LONGEST, now)).isEqualTo(Duration.ofHours(12));
    assertThat(EditWatch.liveliness(0, 0)).isEqualTo(1);
    assertThat(EditWatch.liveliness(0, 45)).isEqualTo(0.1);
  }

  @Test
  void aPageThatNeverChangesIsWatchedForMinutesHoursDaysAndIsNeverDropped() {
    List<Duration> waits = new ArrayList<>();
    Watch watch = Watch.NEW.changed(START);
    Instant now = START.plus(LEAST);
    Duration wait = LEAST;
    while (now.isBefore(START.plus(Duration.ofDays(3 * 365)))) {
      watch = watch.same(now);
      wait = EditWatch.wait(watch, LEAST, 1, LONGEST, now);
      waits.add(wait);
      now = now.plus(wait);
    }
    assertThat(waits).isSorted();
    assertThat(waits.stream().filter(w -> w.compareTo(Duration.ofHours(1)) < 0))
        .hasSizeGreaterThan(8);
    assertThat(waits.stream().filter(w -> w.compareTo(Duration.ofDays(1)) < 0)).hasSizeLessThan(40);
    assertThat(waits.getLast()).isEqualTo(LONGEST);
    assertThat(watch.changes()).isZero();
    assertThat(watch.expected()).isBetween(0.4, 0.6);
  }

  @Test
  void anEditStartsTheWatchAnew() {
    Watch watch = Watch.NEW.changed(START).same(START.plusSeconds(3600));
    Watch edited = watch.changed(START.plusSeconds(7200));
    assertThat(edited.changes()).isEqualTo(1);
    assertThat(edited.changedAt()).isEqualTo(START.plusSeconds(7200));
    assertThat(edited.expected()).isGreaterThan(watch.expected());
  }
}
