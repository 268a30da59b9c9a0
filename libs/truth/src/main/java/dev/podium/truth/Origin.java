package dev.podium.truth;

import java.util.Map;

/**
 * What the source of a page says of all its pages; null is what only the parser's dialect knows.
 *
 * @param source id of the source
 * @param language BCP 47
 * @param dialect id of the dialect, where it is not that of the source
 * @param timeZone IANA id
 */
public record Origin(
    String source,
    String organisation,
    String series,
    String language,
    String dialect,
    String timeZone) {

  /** A source of which only the id is known. */
  static Origin of(String source) {
    return of(source, null);
  }

  static Origin of(String source, String language) {
    return new Origin(source, null, null, language, null, null);
  }

  /** A source's file, whose facts are flat. */
  static Origin declared(Map<String, String> file) {
    return new Origin(
        file.get("id"),
        file.get("organisation"),
        file.get("series"),
        file.get("language"),
        file.get("dialect"),
        file.get("timeZone"));
  }
}
