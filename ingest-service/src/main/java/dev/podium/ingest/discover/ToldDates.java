package dev.podium.ingest.discover;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the date that an address, or the entry of a listing, tells of a briefing. */
public final class ToldDates {

  private static final String YEAR = "((?:19|20)[0-9]{2})";
  private static final String MONTH = "(1[0-2]|0?[1-9])";
  private static final String DAY = "(3[01]|[12][0-9]|0?[1-9])";
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<![0-9])" + YEAR + "\\s*[-/.年]\\s*" + MONTH + "\\s*[-/.月]\\s*" + DAY + "(?![0-9])");
  private static final Pattern COMPACT =
      Pattern.compile("(?<![0-9])" + YEAR + "(1[0-2]|0[1-9])(3[01]|[12][0-9]|0[1-9])(?![0-9])");
  private static final Pattern SHORT =
      Pattern.compile("(?<=/[a-z]{1,3})([0-9]{2})(1[0-2]|0[1-9])(3[01]|[12][0-9]|0[1-9])(?![0-9])");
  private static final Pattern OF_A_MONTH = Pattern.compile("/" + YEAR + "/?(1[0-2]|0[1-9])(?=/)");

  private final Map<String, Month> months = new HashMap<>();
  private final Pattern dayFirst;
  private final Pattern monthFirst;

  /**
   * Dates in words are read in a language, and in English.
   *
   * @param language BCP 47
   */
  public ToldDates(String language) {
    for (Locale locale : List.of(Locale.US, Locale.UK, Locale.forLanguageTag(language))) {
      for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
        for (Month month : Month.values()) {
          String name = lower(month.getDisplayName(style, locale)).replace(".", "");
          if (name.codePoints().anyMatch(Character::isAlphabetic)) {
            months.putIfAbsent(name, month);
          }
        }
      }
    }
    String names =
        months.keySet().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<!\\p{L})(", ")(?!\\p{L})\\.?"));
    String day = "(?<![0-9])" + DAY + "(?:er|st|nd|rd|th|º|\\.)?";
    dayFirst = words(day + "\\s+(?:de\\s+)?" + names + ",?\\s+(?:de\\s+|del\\s+)?" + YEAR);
    monthFirst = words(names + "\\s+" + DAY + "(?:st|nd|rd|th)?,?\\s+" + YEAR);
  }

  /**
   * The days that a page may be of; empty where neither its address nor its entry tells.
   *
   * @param url canonical
   */
  public Optional<DateRange> of(String url, String entry) {
    return Optional.<DateRange>empty()
        .or(() -> day(NUMERIC, entry, ToldDates::yearFirst))
        .or(() -> inWords(lower(entry)))
        .or(() -> day(COMPACT, url, ToldDates::yearFirst))
        .or(() -> day(NUMERIC, url, ToldDates::yearFirst))
        .or(() -> inWords(lower(url).replaceAll("[-_]", " ")))
        .or(() -> day(SHORT, url, ToldDates::shortYearFirst))
        .or(() -> month(url));
  }

  private Optional<DateRange> inWords(String text) {
    return day(dayFirst, text, found -> date(found.group(3), month(found, 2), found.group(1)))
        .or(
            () ->
                day(
                    monthFirst,
                    text,
                    found -> date(found.group(3), month(found, 1), found.group(2))));
  }

  private int month(MatchResult found, int group) {
    return months.get(found.group(group)).getValue();
  }

  private static Optional<DateRange> day(
      Pattern pattern, String text, Function<MatchResult, LocalDate> reader) {
    return found(pattern, text, found -> DateRange.of(reader.apply(found)));
  }

  private static Optional<DateRange> month(String url) {
    return found(
        OF_A_MONTH,
        url,
        found -> DateRange.of(YearMonth.of(number(found.group(1)), number(found.group(2)))));
  }

  private static Optional<DateRange> found(
      Pattern pattern, String text, Function<MatchResult, DateRange> reader) {
    try {
      return pattern.matcher(text).results().findFirst().map(reader);
    } catch (DateTimeException e) {
      // The thirtieth of February is no date, whatever else it may be.
      return Optional.empty();
    }
  }

  private static LocalDate yearFirst(MatchResult found) {
    return date(found.group(1), number(found.group(2)), found.group(3));
  }

  private static LocalDate shortYearFirst(MatchResult found) {
    return date("20" + found.group(1), number(found.group(2)), found.group(3));
  }

  private static LocalDate date(String year, int month, String day) {
    return LocalDate.of(number(year), month, number(day));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static Pattern words(String pattern) {
    return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
