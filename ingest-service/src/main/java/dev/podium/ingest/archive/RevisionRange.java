package dev.podium.ingest.archive;

import dev.podium.kit.problem.ProblemException;
import dev.podium.kit.problem.QueryTimes;
import java.time.Instant;

/**
 * The revisions of a source, or of all, that were captured in a stretch of time.
 *
 * @param source null for all
 * @param from inclusive
 * @param to exclusive
 */
public record RevisionRange(String source, Instant from, Instant to) {

  /** Later than any capture. */
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * Reads the query parameters {@code from} and {@code to}: times of RFC 3339, or dates, which mean
   * whole days in UTC, the last included; null or blank for no limit.
   *
   * @throws ProblemException if they are none
   */
  public static RevisionRange parse(String source, String from, String to) {
    Instant start = absent(from) ? Instant.EPOCH : QueryTimes.parse("from", from.strip(), 0);
    Instant end = absent(to) ? NEVER : QueryTimes.parse("to", to.strip(), 1);
    if (!start.isBefore(end)) {
      throw ProblemException.badRequest("bad-range", "from " + from + " is not before to " + to);
    }
    return new RevisionRange(source, start, end);
  }

  private static boolean absent(String value) {
    return value == null || value.isBlank();
  }
}
