package dev.podium.ingest.source;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Readers of the single values of a calendar; each says in words what is wrong with one. */
final class CalendarValues {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern MONTH_DAY = Pattern.compile("\\d{2}-\\d{2}");
  private static final List<String> WEEKDAYS =
      Arrays.stream(DayOfWeek.values()).map(CalendarValues::word).toList();
  // February 29 may be a day off too.
  private static final String A_LEAP_YEAR = "2000-";

  static DayOfWeek weekday(String text) {
    int index = WEEKDAYS.indexOf(text);
    if (index < 0) {
      throw new IllegalArgumentException(
          '"' + text + "\" is not one of " + String.join(", ", WEEKDAYS));
    }
    return DayOfWeek.of(index + 1);
  }

  static LocalTime time(String text) {
    try {
      return LocalTime.parse(text, TIME);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException('"' + text + "\" is no time; write it as 15:00", e);
    }
  }

  /** A day or a range of days, of one year ({@code 2026-08-03}) or of all ({@code 08-03}). */
  static BriefingCalendar.Off off(String text) {
    String[] ends = text.split("/", -1);
    String from = ends[0];
    String to = ends.length == 2 ? ends[1] : from;
    boolean yearly = MONTH_DAY.matcher(from).matches();
    try {
      if (ends.length > 2 || yearly != MONTH_DAY.matcher(to).matches()) {
        throw noDays(text, null);
      }
      LocalDate first = LocalDate.parse(yearly ? A_LEAP_YEAR + from : from);
      LocalDate last = LocalDate.parse(yearly ? A_LEAP_YEAR + to : to);
      if (!yearly && last.isBefore(first)) {
        throw new IllegalArgumentException('"' + text + "\" ends before it begins");
      }
      return new BriefingCalendar.Off(first, last, yearly);
    } catch (DateTimeException e) {
      throw noDays(text, e);
    }
  }

  /** The word for a weekday in a source file. */
  static String word(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException noDays(String text, Exception cause) {
    return new IllegalArgumentException(
        '"'
            + text
            + "\" is no day off; write a day or a range of days, of one year as"
            + " 2026-08-03/2026-08-14 or of every year as 10-01/10-07",
        cause);
  }

  private CalendarValues() {}
}
