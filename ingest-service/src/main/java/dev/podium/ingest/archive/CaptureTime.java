package dev.podium.ingest.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The time of a capture, as RFC 7089 writes it or, where milliseconds matter, as RFC 3339 does. */
final class CaptureTime {

  /**
   * Reads a time.
   *
   * @throws IllegalArgumentException if it is none, before 1970 or in the future
   */
  static Instant parse(String text, Instant now) {
    Instant time = read(text);
    if (time.isAfter(now)) {
      throw new IllegalArgumentException(text + " is in the future");
    }
    if (time.isBefore(Instant.EPOCH)) {
      throw new IllegalArgumentException(text + " is before 1970");
    }
    return time;
  }

  private static Instant read(String text) {
    try {
      return Character.isDigit(text.charAt(0))
          ? OffsetDateTime.parse(text).toInstant()
          : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          '"'
              + text
              + "\" is neither like Wed, 01 Mar 2017 08:30:00 GMT nor like"
              + " 2017-03-01T08:30:00.000Z",
          e);
    }
  }

  private CaptureTime() {}
}
