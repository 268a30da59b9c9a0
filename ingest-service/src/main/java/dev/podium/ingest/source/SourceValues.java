package dev.podium.ingest.source;

import dev.podium.contracts.identity.CanonicalUrl;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/** Readers of the single values of a source file; each says in words what is wrong with one. */
final class SourceValues {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern PARAMETER = Pattern.compile("[\\w.~\\[\\]%-]+");
  private static final Pattern FILE = Pattern.compile("[A-Za-z]+\\.\\w{3,5}");
  private static final Pattern PATH = Pattern.compile("[\\w.~%-]+(/[\\w.~%-]+)*/?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private static final int LONGEST_ID = 100;
  private static final int LONGEST_SELECTOR = 300;

  static String id(String text) {
    if (text.length() > LONGEST_ID) {
      throw new IllegalArgumentException(
          "has " + text.length() + " characters; the most are " + LONGEST_ID);
    }
    if (!ID.matcher(text).matches()) {
      throw new IllegalArgumentException(
          '"' + text + "\" is no id: lower-case letters, digits and hyphens only");
    }
    return text;
  }

  static String language(String text) {
    try {
      return new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException('"' + text + "\" is no BCP 47 language tag", e);
    }
  }

  static ZoneId timeZone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException('"' + text + "\" is no time zone", e);
    }
  }

  /** The address as written, once it is known to be one: publishers may serve http only. */
  static String address(String text) {
    CanonicalUrl.of(text);
    return text;
  }

  /** A selector that neither holds regular expressions nor looks at whole pages many times. */
  static String selector(String text) {
    if (text.length() > LONGEST_SELECTOR) {
      throw new IllegalArgumentException(
          "has " + text.length() + " characters; the most are " + LONGEST_SELECTOR);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains(":matches") || lower.contains("~=")) {
      throw new IllegalArgumentException('"' + text + "\" holds a regular expression");
    }
    if (lower.indexOf(":has") != lower.lastIndexOf(":has")) {
      throw new IllegalArgumentException('"' + text + "\" has more than one :has");
    }
    try {
      QueryParser.parse(text);
      return text;
    } catch (Selector.SelectorParseException e) {
      throw new IllegalArgumentException('"' + text + "\" is no CSS selector", e);
    }
  }

  /** The name of a parameter of an address, as it stands there. */
  static String parameter(String text) {
    if (!PARAMETER.matcher(text).matches()) {
      throw new IllegalArgumentException(
          '"' + text + "\" is no parameter's name: letters, digits and . _ ~ [ ] % - only");
    }
    return text;
  }

  /** The name of a file, such as {@code index.html}. */
  static String fileName(String text) {
    if (!FILE.matcher(text).matches()) {
      throw new IllegalArgumentException('"' + text + "\" is no file name like index.html");
    }
    return text;
  }

  /** A path below a listing, with the place of the number in it. */
  static String numberedPath(String text) {
    String number = Source.Paging.Path.NUMBER;
    boolean once = text.indexOf(number) == text.lastIndexOf(number) && text.contains(number);
    if (!once || !PATH.matcher(text.replace(number, "1")).matches()) {
      throw new IllegalArgumentException(
          '"' + text + "\" is no path like page/" + number + "/, relative to the listing");
    }
    return text;
  }

  /** A number from 0 to 9999. */
  static int number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException('"' + text + "\" is no number from 0 to 9999");
    }
    return Integer.parseInt(text);
  }

  static int positiveNumber(String text) {
    int number = number(text);
    if (number == 0) {
      throw new IllegalArgumentException("must be more than 0");
    }
    return number;
  }

  /** A duration such as {@code 500ms}, {@code 5s}, {@code 10m}, {@code 1h} or {@code 30d}. */
  static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          '"' + text + "\" is no duration; write it as 500ms, 5s, 10m, 1h or 30d");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  static Duration positiveDuration(String text) {
    Duration duration = duration(text);
    if (duration.isZero()) {
      throw new IllegalArgumentException("must be longer than nothing");
    }
    return duration;
  }

  private SourceValues() {}
}
