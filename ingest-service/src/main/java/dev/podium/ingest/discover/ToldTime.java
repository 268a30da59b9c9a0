package dev.podium.ingest.discover;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads the times of sitemaps and feeds: W3C's forms of ISO 8601, and RFC 822 as it is found. */
final class ToldTime {

  private static final DateTimeFormatter LOOSE_RFC_822 =
      DateTimeFormatter.ofPattern("[EEE, ][EEEE, ]d MMM yyyy H:mm[:ss] z", Locale.US);

  /**
   * The last instant that a text can mean, since nobody can have seen a change before it; null
   * where the text is no time.
   *
   * @param zone of times without one
   */
  static Instant latest(String text, ZoneId zone) {
    String time = text.strip();
    List<Function<String, Instant>> forms =
        List.of(
            form -> OffsetDateTime.parse(form).toInstant(),
            form -> LocalDateTime.parse(form).atZone(zone).toInstant(),
            form -> LocalDate.parse(form).plusDays(1).atStartOfDay(zone).toInstant(),
            form -> YearMonth.parse(form).plusMonths(1).atDay(1).atStartOfDay(zone).toInstant(),
            form -> ZonedDateTime.parse(form, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
            form -> ZonedDateTime.parse(form, LOOSE_RFC_822).toInstant());
    return forms.stream()
        .map(form -> tried(form, time))
        .filter(instant -> instant != null)
        .findFirst()
        .orElse(null);
  }

  private static Instant tried(Function<String, Instant> form, String text) {
    try {
      return form.apply(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private ToldTime() {}
}
