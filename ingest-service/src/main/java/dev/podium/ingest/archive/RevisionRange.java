package dev.podium.ingest.archive;

import dev.podium.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

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

  private static final int DATE_LENGTH = "2026-03-01".length();

  /**
   * Reads the query parameters {@code from} and {@code to}: times of RFC 3339, or dates, which mean
   * whole days in UTC, the last included; null or blank for no limit.
   *
   * @throws ProblemException if they are none
   */
  public static RevisionRange parse(String source, String from, String to) {
    Instant start = absent(from) ? Instant.EPOCH : time("from", from.strip(), 0);
    Instant end = absent(to) ? NEVER : time("to", to.strip(), 1);
    if (!start.isBefore(end)) {
      throw ProblemException.badRequest("bad-range", "from " + from + " is not before to " + to);
    }
    return new RevisionRange(source, start, end);
  }

  private static boolean absent(String value) {
    return value == null || value.isBlank();
  }

  private static Instant time(String name, String value, int days) {
    try {
      return value.length() == DATE_LENGTH
          ? LocalDate.parse(value).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          "bad-" + name,
          "the query parameter %s: \"%s\" is neither like 2026-03-01 nor like 2026-03-01T08:30:00Z"
              .formatted(name, value));
    }
  }
}
