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

  private final Duration longestInterval;
  private final Backoff backoff;
  private final RandomGenerator random;

  Schedule(Duration longestInterval, Backoff backoff, RandomGenerator random) {
    this.longestInterval = longestInterval;
    this.backoff = backoff;
    this.random = random;
  }

  /**
   * What comes after a visit.
   *
   * @param gone whether the page was taken for gone by this visit
   */
  NextVisit after(Entry entry, VisitResult result, Source source, boolean gone, Instant now) {
    Duration pause = source.delay();
    return switch (result) {
      case VisitResult.Changed(String reason) ->
          watched(entry, reason, first(entry, source), pause);
      case VisitResult.Unchanged(String reason) ->
          watched(entry, reason, longer(entry, source), pause);
      case VisitResult.Hop hop -> hop(entry, hop, source, pause);
      case VisitResult.Missing(int status) -> missing(entry, status, source, gone, now);
      case VisitResult.Throttled throttled -> throttled(entry, throttled, pause);
      case VisitResult.Failed(String reason) -> failing(entry, reason);
      case VisitResult.Refused(String reason) ->
          again(entry, State.REFUSED, reason, longer(entry, source), pause);
      case VisitResult.Disallowed(String reason) ->
          stay(entry, State.ROBOTS, reason, ROBOTS_RECHECK, Duration.ZERO);
      case VisitResult.RobotsUnknown(String reason) ->
          stay(entry, State.ROBOTS, reason, SOON, Duration.ZERO);
      case VisitResult.RobotsRead read ->
          stay(entry, null, "robots.txt was read, the page is next", Duration.ZERO, pause);
    };
  }

  private static NextVisit watched(Entry entry, String reason, Duration interval, Duration pause) {
    return again(entry, State.WATCHED, reason, interval, pause);
  }

  private NextVisit hop(Entry entry, VisitResult.Hop hop, Source source, Duration pause) {
    if (entry.hops() >= MAX_HOPS) {
      String reason = "more than " + MAX_HOPS + " redirects, the last one to " + hop.address();
      return again(entry, State.REFUSED, reason, longer(entry, source), pause);
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
        0);
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
        0);
  }

  private NextVisit throttled(Entry entry, VisitResult.Throttled throttled, Duration pause) {
    Duration asked = throttled.retryAfter();
    Duration wait = asked == null ? backoff.after(entry.hostFailures() + 1, random) : asked;
    String reason =
        "HTTP " + throttled.status() + ", the host is left alone for " + wait.toSeconds() + " s";
    return failed(entry, reason, wait, wait.compareTo(pause) > 0 ? wait : pause);
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
        entry.hostFailures() + 1);
  }

  /** The entry is due again after its interval. */
  private static NextVisit again(
      Entry entry, State state, String reason, Duration interval, Duration pause) {
    return new NextVisit(
        state, reason, interval, null, 0, Hosts.of(entry.address()), interval, 0, null, pause, 0);
  }

  /** The entry was not fetched and keeps its place; a null state stays as it is. */
  private static NextVisit stay(
      Entry entry, State state, String reason, Duration dueIn, Duration pause) {
    return new NextVisit(
        state,
        reason,
        dueIn,
        entry.hop(),
        entry.hops(),
        entry.host(),
        entry.interval(),
        entry.failures(),
        entry.missingSince(),
        pause,
        entry.hostFailures());
  }

  private static Duration first(Entry entry, Source source) {
    return switch (entry.kind()) {
      case PAGE -> source.pageInterval();
      case LISTING -> entry.number() == 0 ? source.listingInterval() : DEEP_LISTING;
      case SITEMAP, FEED -> source.listingInterval();
    };
  }

  /** What a source declares keeps its interval; everything else is looked at ever less. */
  private Duration longer(Entry entry, Source source) {
    if (entry.kind() != Entry.Kind.PAGE && entry.number() == 0) {
      return source.listingInterval();
    }
    Duration doubled = entry.interval().multipliedBy(2);
    Duration atLeast = doubled.compareTo(first(entry, source)) < 0 ? first(entry, source) : doubled;
    // Any sitemap of an index may be the one that goes on; few indexes say which.
    Duration longest = entry.kind() == Entry.Kind.SITEMAP ? SITEMAP_OF_AN_INDEX : longestInterval;
    return atLeast.compareTo(longest) > 0 ? longest : atLeast;
  }
}
