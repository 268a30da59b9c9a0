package dev.podium.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.ingest.attention.Rhythm;
import dev.podium.ingest.frontier.NextVisit.State;
import dev.podium.ingest.source.BriefingCalendar;
import dev.podium.ingest.source.LinkRules;
import dev.podium.ingest.source.Source;
import dev.podium.kit.record.Backoff;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Source SOURCE =
      new Source(
          "s",
          "S",
          "o",
          "regular",
          "en",
          ZoneId.of("UTC"),
          null,
          List.of(),
          List.of(),
          List.of(),
          new LinkRules(List.of(), List.of()),
          Duration.ofSeconds(5),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofDays(1),
          null,
          List.of(),
          true);
  private static final Habits HABITS =
      new Habits(1, Rhythm.of(null, ZoneId.of("UTC"), List.of(), NOW, NOW));
  private static final Watch SEEN =
      new Watch(5, NOW.minus(Duration.ofHours(1)), NOW.minus(Duration.ofHours(9)), 0, 0, false);

  private final Schedule schedule =
      new Schedule(
          Duration.ofDays(30),
          new Backoff(Duration.ofSeconds(30), Duration.ofHours(6)),
          new Random(1));

  @Test
  void aChangeIsFollowedCloselyAndStillnessEverLess() {
    NextVisit changed = after(page(Duration.ofDays(9)), new VisitResult.Changed("revision 2"));
    assertThat(changed.dueIn()).isEqualTo(Duration.ofMinutes(10));
    assertThat(changed.state()).isEqualTo(State.WATCHED);
    assertThat(changed.watch().changes()).isEqualTo(1);
    assertThat(changed.watch().changedAt()).isEqualTo(NOW);
    NextVisit still = after(page(Duration.ofHours(1)), new VisitResult.Unchanged("as revision 2"));
    assertThat(still.dueIn()).isBetween(Duration.ofHours(2), Duration.ofHours(3));
    assertThat(still.watch().looks()).isEqualTo(6);
    assertThat(still.hostPause()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void theFirstLookIsNoEditAndKeepsTheWaitThatThePageWasFoundWith() {
    for (Duration found : List.of(Duration.ofMinutes(10), Duration.ofHours(1))) {
      NextVisit first = after(page(found, Watch.NEW, null), new VisitResult.Changed("revision 1"));
      assertThat(first.dueIn()).isEqualTo(found);
      assertThat(first.watch().changes()).isZero();
    }
  }

  @Test
  void aDoubted304IsCheckedAtOnceAndADistrustedHostNamedInTheReason() {
    NextVisit doubted = after(page(Duration.ofHours(1)), new VisitResult.Doubted());
    assertThat(doubted.dueIn()).isZero();
    assertThat(doubted.hostPause()).isEqualTo(Duration.ofSeconds(5));
    assertThat(doubted.watch().doubted()).isTrue();
    Entry checked = page(Duration.ofHours(1), SEEN.doubt(), "a 304 hid an edit");
    NextVisit next = after(checked, new VisitResult.Unchanged("as revision 2"));
    assertThat(next.watch().doubted()).isFalse();
    assertThat(next.reason())
        .isEqualTo("as revision 2; asked for unconditionally: a 304 hid an edit");
  }

  @Test
  void aListingIsLookedAtByTheRhythmOfItsSource() {
    BriefingCalendar calendar =
        new BriefingCalendar(Set.of(DayOfWeek.MONDAY), List.of(LocalTime.of(15, 0)), List.of());
    Habits known = new Habits(1, Rhythm.of(calendar, ZoneId.of("UTC"), List.of(), NOW, NOW));
    VisitResult result = new VisitResult.Unchanged("15 links, 0 of them new");
    Instant due = Instant.parse("2026-03-02T15:10:00Z");
    // NOW is a Sunday.
    assertThat(schedule.after(listing(0), result, SOURCE, false, known, NOW).dueIn())
        .isEqualTo(Duration.ofHours(1));
    assertThat(schedule.after(listing(0), result, SOURCE, false, known, due).dueIn())
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void aRobotsTxtThatDoesNotAnswerBacksItsHostOffAndKeepsThePlace() {
    VisitResult failed = new VisitResult.RobotsFailed("no connection", Duration.ofDays(3));
    NextVisit next = after(page(Duration.ofHours(1)), failed);
    assertThat(next.hostPause()).isEqualTo(Duration.ofDays(3));
    assertThat(next.hostFailures()).isEqualTo(1);
    assertThat(next.dueIn()).isZero();
    assertThat(next.failures()).isZero();
  }

  @Test
  void theFirstPageOfAListingKeepsItsIntervalAndTheOthersDoNot() {
    VisitResult still = new VisitResult.Unchanged("15 links, 0 of them new");
    assertThat(after(listing(0), still).dueIn()).isEqualTo(Duration.ofMinutes(10));
    assertThat(after(listing(3), still).dueIn()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void declaredSitemapsAndFeedsKeepTheIntervalAndNestedSitemapsAreSeenDailyAtLeast() {
    VisitResult still = new VisitResult.Unchanged("15 links, 0 of them new");
    assertThat(after(entry(Entry.Kind.FEED, 0, 0, null, 0), still).dueIn())
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(after(entry(Entry.Kind.SITEMAP, 0, 0, null, 0), still).dueIn())
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(after(entry(Entry.Kind.SITEMAP, 1, 0, null, 0), still).dueIn())
        .isEqualTo(Duration.ofMinutes(20));
    assertThat(after(watched(Entry.Kind.SITEMAP, 1, Duration.ofDays(20)), still).dueIn())
        .isEqualTo(Duration.ofDays(1));
  }

  @Test
  void aRedirectWaitsForTheTurnOfItsHostAndEndsSomewhere() {
    VisitResult hop = new VisitResult.Hop("https://other.example/x", "other.example");
    NextVisit next = after(page(Duration.ofHours(1)), hop);
    assertThat(next.host()).isEqualTo("other.example");
    assertThat(next.hop()).isEqualTo("https://other.example/x");
    assertThat(next.dueIn()).isZero();
    assertThat(after(entry(Entry.Kind.PAGE, 0, 5, null, 0), hop).state()).isEqualTo(State.REFUSED);
  }

  @Test
  void aMissingPageIsLookedAtAgainWhenItWouldBeGone() {
    NextVisit first = after(page(Duration.ofHours(1)), new VisitResult.Missing(404, List.of()));
    assertThat(first.state()).isEqualTo(State.MISSING);
    assertThat(first.missingSince()).isEqualTo(NOW);
    assertThat(first.dueIn()).isEqualTo(Duration.ofDays(1));
    NextVisit gone =
        schedule.after(
            entry(Entry.Kind.PAGE, 0, 0, NOW.minusSeconds(86400), 0),
            new VisitResult.Missing(410, List.of()),
            SOURCE,
            true,
            HABITS,
            NOW);
    assertThat(gone.state()).isEqualTo(State.GONE);
    assertThat(after(page(Duration.ofHours(1)), new VisitResult.Changed("r")).missingSince())
        .isNull();
  }

  @Test
  void howeverLongAHostAsksToWaitItIsObeyed() {
    Duration week = Duration.ofDays(7);
    NextVisit next = after(page(Duration.ofHours(1)), new VisitResult.Throttled(429, week));
    assertThat(next.hostPause()).isEqualTo(week);
    assertThat(next.dueIn()).isEqualTo(week);
    NextVisit next9999 =
        after(
            page(Duration.ofHours(1)), new VisitResult.Throttled(429, Duration.ofDays(3_000_000)));
    assertThat(next9999.hostPause()).isEqualTo(Duration.ofDays(36525));
    NextVisit soon =
        after(page(Duration.ofHours(1)), new VisitResult.Throttled(503, Duration.ZERO));
    assertThat(soon.hostPause()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void failuresBackOffPageAndHost() {
    VisitResult failed = new VisitResult.Failed("no connection");
    NextVisit first = after(entry(Entry.Kind.PAGE, 0, 0, null, 0), failed);
    NextVisit tenth = after(entry(Entry.Kind.PAGE, 0, 0, null, 9), failed);
    assertThat(first.dueIn()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    assertThat(tenth.dueIn()).isBetween(Duration.ofHours(2), Duration.ofHours(6));
    assertThat(tenth.hostPause()).isBetween(Duration.ofHours(2), Duration.ofHours(6));
    assertThat(tenth.failures()).isEqualTo(10);
  }

  @Test
  void readingRobotsKeepsThePlaceAndTheHostsPause() {
    NextVisit next = after(page(Duration.ofHours(1)), new VisitResult.RobotsRead());
    assertThat(next.state()).isNull();
    assertThat(next.dueIn()).isZero();
    assertThat(next.hostPause()).isEqualTo(Duration.ofSeconds(5));
    assertThat(after(page(Duration.ofHours(1)), new VisitResult.Disallowed("no")).hostPause())
        .isZero();
  }

  private NextVisit after(Entry entry, VisitResult result) {
    return schedule.after(entry, result, SOURCE, false, HABITS, NOW);
  }

  private static Entry page(Duration interval) {
    return page(interval, SEEN, null);
  }

  private static Entry page(Duration interval, Watch watch, String distrust) {
    return new Entry(
        "id",
        Entry.Kind.PAGE,
        "s",
        "https://site.example/a",
        "site.example",
        null,
        0,
        interval,
        0,
        null,
        null,
        null,
        null,
        null,
        0,
        0,
        null,
        watch,
        distrust);
  }

  private static Entry listing(int number) {
    return entry(Entry.Kind.LISTING, number, 0, null, 0);
  }

  private static Entry watched(Entry.Kind kind, int number, Duration interval) {
    return entry(kind, number, 0, interval, null, 0);
  }

  private static Entry entry(
      Entry.Kind kind, int number, int hops, Instant missingSince, int failures) {
    return entry(kind, number, hops, Duration.ofMinutes(10), missingSince, failures);
  }

  private static Entry entry(
      Entry.Kind kind,
      int number,
      int hops,
      Duration interval,
      Instant missingSince,
      int failures) {
    return new Entry(
        "id",
        kind,
        "s",
        "https://site.example/a",
        "site.example",
        null,
        hops,
        interval,
        failures,
        missingSince,
        null,
        null,
        null,
        null,
        number,
        failures,
        null,
        SEEN,
        null);
  }
}
