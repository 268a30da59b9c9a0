package dev.podium.ingest.frontier;

import dev.podium.ingest.frontier.NextVisit.State;
import dev.podium.ingest.source.Source;
import dev.podium.kit.record.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Decides when an entry is fetched again, and how long its host is left alone. */
final class Schedule {

  static final int MAX_HOPS = 5;

  private static final Duration ROBOTS_RECHECK = Duration.ofHours(24);
  private static final Duration SOON = Duration.ofMinutes(5);
  private static final Duration DEEP_LISTING = Duration.ofDays(1);
  private static final Duration SITEMAP_OF_AN_INDEX = Duration.ofDays(1);
  private static final Duration CENTURY = Duration.ofDays(36525);

  private final Duration longestInterval;
  private final Backoff backoff;
  private final RandomGenerator random;

  Schedule(Duration longestInterval, Backoff backoff, RandomGenerator random) {
    this.longestInterval = longestInterval;
    this.backoff = backoff;
    this.random = random;
  }

  /** A wait that somebody asks for, as long as a clock and a database can express it. */
  static Duration bounded(Duration asked) {
    return asked.compareTo(CENTURY) > 0 ? CENTURY : asked;
  }

  /**
   * What comes after a visit.
   *
   * @param gone whether the page was taken for gone by this visit
   */
  NextVisit after(
      Entry entry, VisitResult result, Source source, boolean gone, Habits habits, Instant now) {
    Duration pause = source.delay();
    return switch (result) {
      case VisitResult.Changed(String reason) -> changed(entry, reason, source, habits, now);
      case VisitResult.Unchanged(String reason) -> same(entry, reason, source, habits, now);
      case VisitResult.Doubted doubted -> NextVisit.doubted(entry, pause);
      case VisitResult.Hop hop -> hop(entry, hop, source, pause);
      case VisitResult.Missing(int status, var headers) ->
          missing(entry, status, source, gone, now);
      case VisitResult.Throttled throttled -> throttled(entry, throttled, pause);
      case VisitResult.Failed(String reason) -> failing(entry, reason);
      case VisitResult.Refused(String reason) -> refused(entry, reason, source, pause);
      case VisitResult.Disallowed(String reason) ->
          NextVisit.stay(entry, State.ROBOTS, reason, ROBOTS_RECHECK, Duration.ZERO);
      case VisitResult.RobotsUnknown(String reason) ->
          NextVisit.stay(entry, State.ROBOTS, reason, SOON, untilRobots(entry, now));
      case VisitResult.RobotsFailed failed -> robotsFailed(entry, failed);
      case VisitResult.RobotsRead read ->
          NextVisit.stay(
              entry, null, "robots.txt was read, the page is next", Duration.ZERO, pause);
    };
  }

  private NextVisit changed(Entry entry, String reason, Source source, Habits habits, Instant now) {
    Watch watch = entry.watch().changed(now);
    if (entry.kind() != Entry.Kind.PAGE) {
      return seen(entry, reason, first(entry, source, habits, now), source, watch);
    }
    Duration interval = watch.looks() == 1 ? entry.interval() : EditWatch.fresh(source);
    return seen(entry, reason, interval, source, watch);
  }

  private NextVisit same(Entry entry, String reason, Source source, Habits habits, Instant now) {
    Watch watch = entry.watch().same(now);
    if (entry.kind() == Entry.Kind.PAGE) {
      Duration least = least(entry, source);
      Duration wait = EditWatch.wait(watch, least, habits.liveliness(), longestInterval, now);
      return seen(entry, reason, wait, source, watch);
    }
    boolean first = entry.number() == 0;
    Duration wait = first ? first(entry, source, habits, now) : longer(entry, source);
    return seen(entry, reason, wait, source, watch);
  }

  private static NextVisit seen(
      Entry entry, String reason, Duration interval, Source source, Watch watch) {
    return NextVisit.again(
        entry, State.WATCHED, believed(entry, reason), interval, source.delay(), watch);
  }

  /** Whoever wonders why a page is always fetched whole finds it with the page. */
  private static String believed(Entry entry, String reason) {
    return entry.distrust() == null
        ? reason
        : reason + "; asked for unconditionally: " + entry.distrust();
  }

  private NextVisit hop(Entry entry, VisitResult.Hop hop, Source source, Duration pause) {
    if (entry.hops() >= MAX_HOPS) {
      String reason = "more than " + MAX_HOPS + " redirects, the last one to " + hop.address();
      return refused(entry, reason, source, pause);
    }
    return new NextVisit(
        State.REDIRECTED,
        "redirected to " + hop.address(),
        Duration.ZERO,
        hop.address(),
        entry.hops() + 1,
        hop.host(),
        entry.interval(),
        entry.failures(),
        entry.missingSince(),
        pause,
        0,
        entry.watch());
  }

  private NextVisit refused(Entry entry, String reason, Source source, Duration pause) {
    return NextVisit.again(
        entry, State.REFUSED, reason, longer(entry, source), pause, entry.watch());
  }

  private NextVisit missing(Entry entry, int status, Source source, boolean gone, Instant now) {
    Instant since = entry.missingSince() == null ? now : entry.missingSince();
    Duration wait =
        gone || entry.missingSince() != null ? longer(entry, source) : source.goneAfter();
    String reason =
        gone
            ? "gone: HTTP " + status + " since " + since
            : "HTTP " + status + ", taken for gone if it still is after " + source.goneAfter();
    return new NextVisit(
        gone ? State.GONE : State.MISSING,
        reason,
        wait,
        null,
        0,
        Hosts.of(entry.address()),
        longer(entry, source),
        0,
        since,
        source.delay(),
        0,
        entry.watch());
  }

  private NextVisit throttled(Entry entry, VisitResult.Throttled throttled, Duration pause) {
    Duration asked = throttled.retryAfter();
    Duration wait =
        asked == null ? backoff.after(entry.hostFailures() + 1, random) : bounded(asked);
    String reason =
        "HTTP " + throttled.status() + ", the host is left alone for " + wait.toSeconds() + " s";
    return failed(entry, reason, wait, longer(wait, pause));
  }

  private NextVisit failing(Entry entry, String reason) {
    Duration hostPause = backoff.after(entry.hostFailures() + 1, random);
    return failed(entry, reason, backoff.after(entry.failures() + 1, random), hostPause);
  }

  private static NextVisit failed(Entry entry, String reason, Duration dueIn, Duration hostPause) {
    return new NextVisit(
        State.FAILING,
        reason,
        dueIn,
        null,
        0,
        Hosts.of(entry.address()),
        entry.interval(),
        entry.failures() + 1,
        entry.missingSince(),
        hostPause,
        entry.hostFailures() + 1,
        entry.watch());
  }

  /** The host did not answer; the entry is not to blame, and comes first when it does again. */
  private NextVisit robotsFailed(Entry entry, VisitResult.RobotsFailed failed) {
    Duration pause =
        longer(backoff.after(entry.hostFailures() + 1, random), bounded(failed.pause()));
    return new NextVisit(
        State.ROBOTS,
        failed.reason(),
        Duration.ZERO,
        entry.hop(),
        entry.hops(),
        entry.host(),
        entry.interval(),
        entry.failures(),
        entry.missingSince(),
        pause,
        entry.hostFailures() + 1,
        entry.watch());
  }

  /** Nothing of a host may be fetched before its robots.txt can be asked for again. */
  private static Duration untilRobots(Entry entry, Instant now) {
    return entry.robots() == null || entry.robots().until().isBefore(now)
        ? Duration.ZERO
        : bounded(Duration.between(now, entry.robots().until()));
  }

  /** A page that was published or edited just now began with a shorter wait than the others. */
  private static Duration least(Entry entry, Source source) {
    return entry.interval().compareTo(source.pageInterval()) < 0
        ? EditWatch.fresh(source)
        : source.pageInterval();
  }

  private static Duration first(Entry entry, Source source, Habits habits, Instant now) {
    return entry.number() == 0
        ? habits.rhythm().listingWait(now, source.listingInterval())
        : DEEP_LISTING;
  }

  /** What cannot be had is looked at ever less; the first page of a listing keeps its interval. */
  private Duration longer(Entry entry, Source source) {
    if (entry.kind() != Entry.Kind.PAGE && entry.number() == 0) {
      return source.listingInterval();
    }
    Duration least =
        switch (entry.kind()) {
          case PAGE -> source.pageInterval();
          case LISTING -> DEEP_LISTING;
          case SITEMAP, FEED -> source.listingInterval();
        };
    Duration doubled = longer(entry.interval().multipliedBy(2), least);
    // Any sitemap of an index may be the one that goes on; few indexes say which.
    Duration longest = entry.kind() == Entry.Kind.SITEMAP ? SITEMAP_OF_AN_INDEX : longestInterval;
    return doubled.compareTo(longest) > 0 ? longest : doubled;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
