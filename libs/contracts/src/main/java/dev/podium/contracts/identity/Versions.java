package dev.podium.contracts.identity;

import java.time.Instant;

/**
 * Versions of briefings: a later capture outranks an earlier one, and of the same capture a later
 * parser release. They are the external versions in Elasticsearch, and stay below 2^53, so that
 * JSON readers keep them exactly.
 */
public final class Versions {

  /** The highest parser release. */
  public static final int MAX_RELEASE = 999;

  private static final int RELEASES = MAX_RELEASE + 1;
  private static final Instant LATEST = Instant.ofEpochMilli((1L << 53) / RELEASES - 1);

  /**
   * The version of what a parser release reads in a capture.
   *
   * @throws IllegalArgumentException if the release is not 0 to 999, or the time is before 1970 or
   *     after the year 2255
   */
  public static long of(Instant fetchedAt, int parserRelease) {
    if (parserRelease < 0 || parserRelease > MAX_RELEASE) {
      throw new IllegalArgumentException("parser release " + parserRelease + " is not 0 to 999");
    }
    if (fetchedAt.isBefore(Instant.EPOCH) || fetchedAt.isAfter(LATEST)) {
      throw new IllegalArgumentException("fetch time " + fetchedAt + " is out of range");
    }
    return fetchedAt.toEpochMilli() * RELEASES + parserRelease;
  }

  /** The capture's time, in milliseconds. */
  public static Instant fetchedAt(long version) {
    return Instant.ofEpochMilli(version / RELEASES);
  }

  /** The release of the parser that read the capture. */
  public static int parserRelease(long version) {
    return (int) (version % RELEASES);
  }

  private Versions() {}
}
