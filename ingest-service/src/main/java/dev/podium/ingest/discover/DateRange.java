package dev.podium.ingest.discover;

import java.time.LocalDate;
import java.time.YearMonth;

/** Days from one to another, both included. */
public record DateRange(LocalDate from, LocalDate to) {

  static DateRange of(LocalDate day) {
    return new DateRange(day, day);
  }

  static DateRange of(YearMonth month) {
    return new DateRange(month.atDay(1), month.atEndOfMonth());
  }

  public boolean overlaps(DateRange other) {
    return !from.isAfter(other.to) && !to.isBefore(other.from);
  }

  public boolean endsBefore(LocalDate day) {
    return to.isBefore(day);
  }

  @Override
  public String toString() {
    return from + " to " + to;
  }
}
