package dev.podium.ingest.fetch;

import crawlercommons.robots.SimpleRobotRules;
import java.net.URI;

/**
 * Matches paths with the patterns of a robots.txt as RFC 9309 says: {@code *} stands for any
 * characters, {@code $} at the end for the end of the path, and percent-encoding makes no
 * difference.
 */
final class PathPattern {

  private static final String DOLLAR = "%24";

  /** The path of an address with its query, encoded as crawler-commons encodes patterns. */
  static String path(String address) {
    URI uri = URI.create(address);
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return Encoded.of(uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery());
  }

  /**
   * Whether a pattern matches a path. That of crawler-commons takes the first place for what
   * follows a {@code *}, so that {@code /*.pdf$} would not match {@code /a.pdf.pdf}.
   */
  static boolean matches(String pattern, String path) {
    boolean whole = pattern.endsWith("$");
    String open = whole ? pattern.substring(0, pattern.length() - 1) : pattern;
    String[] pieces = open.replace("$", DOLLAR).split("\\*", -1);
    if (!path.startsWith(pieces[0])) {
      return false;
    }
    int at = pieces[0].length();
    int last = pieces.length - 1;
    for (int i = 1; i <= last; i++) {
      boolean atEnd = whole && i == last;
      int found = atEnd ? path.length() - pieces[i].length() : path.indexOf(pieces[i], at);
      if (found < at || !path.startsWith(pieces[i], found)) {
        return false;
      }
      at = found + pieces[i].length();
    }
    return !whole || at == path.length();
  }

  /** Reaches what crawler-commons does to paths. */
  private static final class Encoded extends SimpleRobotRules {

    private static final long serialVersionUID = 1;

    static String of(String path) {
      return escapePath(path, specialCharactersPathMatching);
    }
  }

  private PathPattern() {}
}
