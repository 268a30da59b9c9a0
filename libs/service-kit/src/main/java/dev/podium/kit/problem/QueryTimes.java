package dev.podium.kit.problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times in query parameters. */
public final class QueryTimes {

  private static final int DATE_LENGTH = 10;

  /**
   * Reads a time such as {@code 2026-03-01T08:30:00Z}, or a day in UTC such as {@code 2026-03-01}.
   *
   * @param name of the parameter
   * @param days added to a day: 0 for its beginning, 1 for its end
   * @throws ProblemException if it is neither; it names the parameter
   */
  public static Instant parse(String name, String value, int days) {
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

  private QueryTimes() {}
}
