package dev.podium.ingest.source;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When a source publishes briefings, as its file says; days and times are those of its time zone.
 *
 * @param weekdays on which there usually is one
 * @param times at which one usually appears; empty where the file names none
 * @param off holidays and recesses
 */
public record BriefingCalendar(Set<DayOfWeek> weekdays, List<LocalTime> times, List<Off> off) {

  public BriefingCalendar {
    weekdays = Set.copyOf(weekdays);
    times = times.stream().sorted().distinct().toList();
    off = List.copyOf(off);
  }

  /** Whether a briefing is expected on a day. */
  public boolean expects(LocalDate date) {
    return weekdays.contains(date.getDayOfWeek()) && !isOff(date);
  }

  /** Whether a day is a holiday or in a recess. */
  public boolean isOff(LocalDate date) {
    return off.stream().anyMatch(days -> days.contains(date));
  }

  /** The calendar that a source file holds under one key. */
  static BriefingCalendar read(YamlMapping yaml) {
    yaml.onlyKeys(SourceReader.inOrder("weekdays", "times", "off"));
    List<DayOfWeek> weekdays = yaml.list("weekdays", CalendarValues::weekday);
    if (weekdays.isEmpty()) {
      yaml.problemAt("weekdays", "needs at least one day, as mon, tue, wed, thu, fri, sat, sun");
      return null;
    }
    return new BriefingCalendar(
        EnumSet.copyOf(weekdays),
        yaml.list("times", CalendarValues::time),
        yaml.list("off", CalendarValues::off));
  }

  /**
   * Days without briefings, both ends included.
   *
   * @param yearly whether they come back every year; the year of both ends means nothing then
   */
  public record Off(LocalDate from, LocalDate to, boolean yearly) {

    boolean contains(LocalDate date) {
      if (!yearly) {
        return !date.isBefore(from) && !date.isAfter(to);
      }
      MonthDay day = MonthDay.from(date);
      boolean begun = !day.isBefore(MonthDay.from(from));
      boolean lasts = !day.isAfter(MonthDay.from(to));
      return MonthDay.from(from).isAfter(MonthDay.from(to)) ? begun || lasts : begun && lasts;
    }

    @Override
    public String toString() {
      return text(from) + (from.equals(to) ? "" : '/' + text(to));
    }

    private String text(LocalDate date) {
      return yearly ? MonthDay.from(date).toString().substring(2) : date.toString();
    }
  }
}
