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
    int hostFailures) {

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
