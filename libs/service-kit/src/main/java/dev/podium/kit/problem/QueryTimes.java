package dev.podium.kit.problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/** Times in query parameters. */
public final class QueryTimes {

  private static final int DATE_LENGTH = 10;
  private static final int LAST_YEAR = 9999;

  /**
   * Reads a time such as {@code 2026-03-01T08:30:00Z}, or a day in UTC such as {@code 2026-03-01}.
   *
   * @param name of the parameter
   * @param days added to a day: 0 for its beginning, 1 for its end
   * @throws ProblemException if it is neither, or in a year that databases do not know; it names
   *     the parameter
   */
  public static Instant parse(String name, String value, int days) {
    try {
      return value.length() == DATE_LENGTH
          ? inYears(LocalDate.parse(value)).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()
          : inYears(OffsetDateTime.parse(value)).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          "bad-" + name,
          "the query parameter %s: \"%s\" is neither like 2026-03-01 nor like 2026-03-01T08:30:00Z"
              .formatted(name, value));
    }
  }

  private static <T extends TemporalAccessor> T inYears(T time) {
    int year = time.get(ChronoField.YEAR);
    if (year < 1 || year > LAST_YEAR) {
      throw new DateTimeException("it is in the year " + year);
    }
    return time;
  }

  private QueryTimes() {}
}
