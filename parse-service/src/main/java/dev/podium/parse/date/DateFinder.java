package dev.podium.parse.date;

import dev.podium.parse.page.Spaces;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the first date of a short text, in any of the languages and forms that briefings use. */
final class DateFinder {

  private static final int LONGEST = 600;

  /** Before the day: a name, which is cut, a full stop and a blank. */
  private static final int LONGEST_MONTH = 14;

  private static final Pattern CHINESE =
      Pattern.compile("(?<!\\d)(\\d{4}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日");
  private static final Pattern ERA =
      Pattern.compile("(令和|平成|昭和) ?(\\d{1,2}|元) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?i:er|re|º|ª|st|nd|rd|th|\\.)? (?i:de |of |من )?(\\p{L}{3,12})\\.?,?"
              + "(?: (?i:de |del |of |في |سنة |عام |لعام )?(\\d{4}))?");
  private static final Pattern MONTH_DAY =
      Pattern.compile("(\\p{L}{3,12})\\.? (\\d{1,2})(?i:st|nd|rd|th)?(?:,? (\\d{4}))?(?!\\d)");
  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)");
  private static final Pattern CLOCK =
      Pattern.compile("(?<!\\d)([01]?\\d|2[0-3]) ?[:h] ?([0-5]\\d)(?::([0-5]\\d))?(?!\\d)");

  /** Whether numbers are month, day, year. */
  private final boolean monthFirst;

  DateFinder(boolean monthFirst) {
    this.monthFirst = monthFirst;
  }

  /** The first date of the text, or null. */
  FoundDate find(String text) {
    String plain = plain(text);
    int digit = firstDigit(plain);
    if (digit < 0) {
      return null;
    }
    FoundDate found = plain.indexOf('年') < 0 ? null : chinese(plain);
    found = found != null ? found : yearFirst(plain);
    found = found != null ? found : words(plain, digit);
    found = found != null ? found : numbers(plain);
    return found == null ? null : withTime(found, plain);
  }

  /** Digits of every script as ASCII ones, white space as blanks. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    int end = Math.min(text.length(), LONGEST);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      int digit = Character.digit(c, 10);
      if (digit >= 0) {
        plain.append((char) ('0' + digit));
      } else if (Character.isSpaceChar(c) || c <= ' ') {
        plain.append(' ');
      } else if (!Spaces.isInvisible(c)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** Where the first digit stands; -1 if there is none. */
  private static int firstDigit(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      if (plain.charAt(i) >= '0' && plain.charAt(i) <= '9') {
        return i;
      }
    }
    return -1;
  }

  private static FoundDate chinese(String text) {
    Matcher era = ERA.matcher(text);
    if (era.find()) {
      int year = era.group(2).equals("元") ? 1 : number(era.group(2));
      return FoundDate.of(
          firstYear(era.group(1)) + year - 1, number(era.group(3)), number(era.group(4)));
    }
    return first(CHINESE.matcher(text));
  }

  private static int firstYear(String era) {
    return switch (era) {
      case "令和" -> 2019;
      case "平成" -> 1989;
      default -> 1926;
    };
  }

  private static FoundDate yearFirst(String text) {
    return first(YEAR_FIRST.matcher(text));
  }

  private static FoundDate first(Matcher yearMonthDay) {
    while (yearMonthDay.find()) {
      FoundDate date =
          FoundDate.of(
              number(yearMonthDay.group(1)),
              number(yearMonthDay.group(2)),
              number(yearMonthDay.group(3)));
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static FoundDate words(String text, int digit) {
    FoundDate dayFirst = words(DAY_MONTH.matcher(text), 2, 1, digit);
    if (dayFirst != null && dayFirst.hasYear()) {
      return dayFirst;
    }
    FoundDate monthFirst = words(MONTH_DAY.matcher(text), 1, 2, digit - LONGEST_MONTH);
    return monthFirst != null && (dayFirst == null || monthFirst.hasYear()) ? monthFirst : dayFirst;
  }

  /**
   * The first date in words.
   *
   * @param first no match begins before this place
   */
  private static FoundDate words(Matcher matcher, int month, int day, int first) {
    int from = Math.max(0, first);
    while (matcher.find(from)) {
      int number = Months.of(matcher.group(month));
      FoundDate date =
          number == 0
              ? null
              : FoundDate.of(
                  matcher.group(3) == null ? 0 : number(matcher.group(3)),
                  number,
                  number(matcher.group(day)));
      if (date != null) {
        return date;
      }
      from = matcher.start() + 1;
    }
    return null;
  }

  private FoundDate numbers(String text) {
    Matcher matcher = NUMBERS.matcher(text);
    while (matcher.find()) {
      int first = number(matcher.group(1));
      int second = number(matcher.group(3));
      boolean months = second > 12 || (monthFirst && first <= 12);
      FoundDate date =
          FoundDate.of(number(matcher.group(4)), months ? first : second, months ? second : first);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static FoundDate withTime(FoundDate date, String text) {
    Matcher clock = CLOCK.matcher(text);
    if (!clock.find()) {
      return date;
    }
    int seconds = clock.group(3) == null ? 0 : number(clock.group(3));
    return date.at(LocalTime.of(number(clock.group(1)), number(clock.group(2)), seconds));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
