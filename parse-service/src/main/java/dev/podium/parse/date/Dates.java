package dev.podium.parse.date;

import dev.podium.contracts.briefing.Warning;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days of a briefing, told apart.
 *
 * @param date the conference's own day, or null
 * @param publishedOn the day that the page gives for itself, or null
 * @param publishedAt its time, only where the page prints one, or null
 */
public record Dates(
    LocalDate date, LocalDate publishedOn, OffsetDateTime publishedAt, List<Warning> warnings) {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "/t(20\\d{2}|19\\d{2})(\\d{2})(\\d{2})_|/(20\\d{2})/(\\d{2})/(\\d{2})/"
              + "|(20\\d{2})-(\\d{2})-(\\d{2})"
              // A folder for the year, and the whole day in the name: /2024/db240920.doc.htm
              + "|/((?:19|20)\\d{2})/[a-z]{1,4}\\d{2}(\\d{2})(\\d{2})\\.");

  private static final Pattern SLUG = Pattern.compile("[-_+/.,()]+|%20|%2C");

  /** A page that came out so many days after the conference is more likely misread. */
  private static final int LATEST_PUBLICATION = 60;

  private static final int LONGEST_LINE = 60;
  private static final int FEWEST_DIGITS = 5;

  public Dates {
    warnings = List.copyOf(warnings);
  }

  /**
   * What a page says of its days; each of them may be null.
   *
   * @param held the line that says when the conference was
   * @param printed the line that says when the page came out
   */
  public record Clues(String title, String held, String printed, String meta, String url) {}

  /**
   * Weighs what a page says of its days.
   *
   * @param language decides whether {@code 4/3/2009} is in April
   */
  public static Dates read(Clues clues, String language, String timeZone) {
    DateFinder finder = new DateFinder(language.startsWith("en"));
    List<Warning> warnings = new ArrayList<>();
    FoundDate printed = withYear(find(finder, clues.printed()));
    FoundDate meta = printed != null ? null : withYear(find(finder, clues.meta()));
    FoundDate published = printed != null ? printed : meta;
    LocalDate publishedOn = published == null ? null : published.date();
    FoundDate held = find(finder, clues.held());
    LocalDate known = held != null && held.hasYear() ? held.date() : publishedOn;
    LocalDate date = conference(find(finder, clues.title()), known, clues.url(), finder, warnings);
    compare(date, publishedOn, warnings);
    return new Dates(date, publishedOn, time(published, clues, timeZone), warnings);
  }

  /** Whether a short line is nothing but a date. */
  public static boolean isDateLine(String line, String language) {
    return line.length() <= LONGEST_LINE
        && hasDigits(line)
        && DateWords.only(line)
        && new DateFinder(language.startsWith("en")).find(line) != null;
  }

  private static boolean hasDigits(String line) {
    int digits = 0;
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      digits += Character.isDigit(line.codePointAt(i)) ? 1 : 0;
    }
    return digits >= FEWEST_DIGITS;
  }

  /** Whether a text names a day. */
  public static boolean namesDay(String text, String language) {
    return find(new DateFinder(language.startsWith("en")), text) != null;
  }

  private static FoundDate withYear(FoundDate date) {
    return date != null && date.hasYear() ? date : null;
  }

  private static FoundDate find(DateFinder finder, String text) {
    return text == null ? null : finder.find(text);
  }

  private static LocalDate conference(
      FoundDate title, LocalDate published, String url, DateFinder finder, List<Warning> warnings) {
    if (title != null && title.hasYear()) {
      return title.date();
    }
    if (title != null && published != null) {
      return title.before(published);
    }
    if (published != null) {
      return published;
    }
    LocalDate address = address(url, finder);
    if (address != null) {
      warnings.add(new Warning("date-from-address", "only the address tells a day: " + url));
    }
    return address;
  }

  private static LocalDate address(String url, DateFinder finder) {
    Matcher matcher = ADDRESS.matcher(url);
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group += 3) {
        if (matcher.group(group) != null) {
          FoundDate date =
              FoundDate.of(
                  Integer.parseInt(matcher.group(group)),
                  Integer.parseInt(matcher.group(group + 1)),
                  Integer.parseInt(matcher.group(group + 2)));
          if (date != null) {
            return date.date();
          }
        }
      }
    }
    return slug(url, finder);
  }

  /** {@code department-press-briefing-july-20-2021}: the words of a title. */
  private static LocalDate slug(String url, DateFinder finder) {
    int path = url.indexOf('/', url.indexOf("//") + 2);
    FoundDate found =
        path < 0 ? null : finder.find(SLUG.matcher(url.substring(path)).replaceAll(" "));
    return found != null && found.hasYear() ? found.date() : null;
  }

  private static void compare(LocalDate date, LocalDate published, List<Warning> warnings) {
    if (date == null || published == null) {
      return;
    }
    if (published.isBefore(date) || published.isAfter(date.plusDays(LATEST_PUBLICATION))) {
      warnings.add(
          new Warning("date-disagreement", "held on " + date + ", but published on " + published));
    }
  }

  /** Only what the page prints, or declares with its offset, is a time that can be trusted. */
  private static OffsetDateTime time(FoundDate published, Clues clues, String timeZone) {
    if (published == null || published.time() == null) {
      return null;
    }
    if (clues.printed() == null || find(new DateFinder(false), clues.printed()) == null) {
      return declared(clues.meta());
    }
    return published.date().atTime(published.time()).atZone(ZoneId.of(timeZone)).toOffsetDateTime();
  }

  private static OffsetDateTime declared(String meta) {
    try {
      return OffsetDateTime.parse(meta.strip().replace(' ', 'T'));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
