package dev.podium.ingest.frontier;

import java.time.Duration;
import java.time.Instant;

/**
 * What a visit makes of an entry and its host.
 *
 * @param dueIn when the entry is due again
 * @param hop where a redirect leads, or null
 * @param host the host whose turn the entry waits for
 * @param interval between two looks, from now on
 * @param hostPause how long its host is left alone
 * @param hostFailures of the host, in a row
 * @param watch what was seen of the entry so far
 */
record NextVisit(
    State state,
    String reason,
    Duration dueIn,
    String hop,
    int hops,
    String host,
    Duration interval,
    int failures,
    Instant missingSince,
    Duration hostPause,
    int hostFailures,
    Watch watch) {

  /** The entry is due again after its interval. */
  static NextVisit again(
      Entry entry, State state, String reason, Duration interval, Duration pause, Watch watch) {
    return new NextVisit(
        state,
        reason,
        interval,
        null,
        0,
        Hosts.of(entry.address()),
        interval,
        0,
        null,
        pause,
        0,
        watch);
  }

  /** The entry was not fetched and keeps its place; a null state stays as it is. */
  static NextVisit stay(Entry entry, State state, String reason, Duration dueIn, Duration pause) {
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
        entry.hostFailures(),
        entry.watch());
  }

  /** The next request checks the 304 that an entry just got. */
  static NextVisit doubted(Entry entry, Duration pause) {
    return new NextVisit(
        State.WATCHED,
        "not modified, which the next request checks",
        Duration.ZERO,
        entry.hop(),
        entry.hops(),
        entry.host(),
        entry.interval(),
        0,
        null,
        pause,
        0,
        entry.watch().doubt());
  }

  /** Where an entry stands. */
  enum State {
    /** Never fetched. */
    NEW,
    /** Fetched, and looked at again in time. */
    WATCHED,
    /** On its way through redirects. */
    REDIRECTED,
    /** Not there, and not yet taken for gone. */
    MISSING,
    /** Gone. */
    GONE,
    /** The last try failed. */
    FAILING,
    /** It answers, and cannot be taken. */
    REFUSED,
    /** Closed by robots.txt, or not known to be open. */
    ROBOTS
  }
}
