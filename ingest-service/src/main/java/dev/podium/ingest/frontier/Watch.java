package dev.podium.ingest.frontier;

import java.time.Instant;

/**
 * What was seen of an entry so far.
 *
 * @param looks how often it was read, or was as it was
 * @param lookedAt the last of these looks, or null
 * @param changedAt the look that found what is there now, or null
 * @param changes how many edits were seen
 * @param expected how many edits a page of common liveliness would have had, as often as it was
 *     looked at
 * @param doubted whether the last answer was a 304 that the next request checks
 */
record Watch(
    int looks, Instant lookedAt, Instant changedAt, int changes, double expected, boolean doubted) {

  static final Watch NEW = new Watch(0, null, null, 0, 0, false);

  /** After a look that found what was there before. */
  Watch same(Instant now) {
    Instant since = changedAt == null ? now : changedAt;
    return new Watch(looks + 1, now, since, changes, expected + unseen(now), false);
  }

  /** After a look that found something else; the first look is no edit. */
  Watch changed(Instant now) {
    int seen = looks == 0 ? 0 : changes + 1;
    return new Watch(looks + 1, now, now, seen, expected + unseen(now), false);
  }

  /** After a 304 that is to be checked. */
  Watch doubt() {
    return new Watch(looks, lookedAt, changedAt, changes, expected, true);
  }

  private double unseen(Instant now) {
    return lookedAt == null ? 0 : EditWatch.expected(changedAt, lookedAt, now);
  }
}
