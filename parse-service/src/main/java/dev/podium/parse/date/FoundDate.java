package dev.podium.parse.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A date that a text names.
 *
 * @param date with the year 0 where the text gives none
 * @param time that follows it, or null
 */
record FoundDate(LocalDate date, LocalTime time) {

  private static final int FIRST_YEAR = 1945;
  private static final int LAST_YEAR = 2100;
  private static final int PIVOT = 70;

  boolean hasYear() {
    return date.getYear() != 0;
  }

  /** Null if there is no such day, or it is in no year that briefings come from. */
  static FoundDate of(int year, int month, int day) {
    int full = year > 0 && year < 100 ? year + (year < PIVOT ? 2000 : 1900) : year;
    if (full != 0 && (full < FIRST_YEAR || full > LAST_YEAR)) {
      return null;
    }
    try {
      return new FoundDate(LocalDate.of(full, month, day), null);
    } catch (DateTimeException e) {
      return null;
    }
  }

  FoundDate at(LocalTime clock) {
    return new FoundDate(date, clock);
  }

  /** The day before or on the given one that the text must mean. */
  LocalDate before(LocalDate latest) {
    LocalDate sameYear = date.withYear(latest.getYear());
    return sameYear.isAfter(latest) ? sameYear.minusYears(1) : sameYear;
  }
}
