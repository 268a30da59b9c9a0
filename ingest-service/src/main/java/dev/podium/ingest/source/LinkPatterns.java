package dev.podium.ingest.source;

import dev.podium.kit.pattern.BoundedRegex;
import java.util.regex.Pattern;

/** Reads the regular expressions of link rules. */
final class LinkPatterns {

  private static final BoundedRegex REGEX = new BoundedRegex(1000, 2048, 200);

  /**
   * The pattern.
   *
   * @throws IllegalArgumentException if it is none, or none that we take
   */
  static Pattern compile(String regex) {
    try {
      return REGEX.compile(regex, 0);
    } catch (BoundedRegex.NoRegexException e) {
      throw new IllegalArgumentException(
          '"' + regex + "\" is no regular expression: " + e.description(), e);
    }
  }

  private LinkPatterns() {}
}
