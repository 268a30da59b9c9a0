package dev.podium.contracts.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one spelling of a page's address that its identity is made of.
 *
 * <p>What RFC 3986 calls equivalent is one: host in lower case and in punycode without a final dot,
 * dot segments resolved, escapes in upper case and only where needed, no default port, no fragment,
 * no empty query. http is written as https, since publishers serve both and mean one page. Nothing
 * else is merged: not hosts, not repeated slashes, not the order of parameters.
 *
 * <p>The rules are our own and not a library's, because an id once published never changes.
 */
public final class CanonicalUrl {

  /** The longest address that is taken, in characters: a Kafka key and a database key hold it. */
  public static final int MAX_LENGTH = 2048;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):"
              + "(//(?<authority>[^/?#]*))?(?<path>[^?#]*)(\\?(?<query>[^#]*))?(#.*)?",
          Pattern.DOTALL);

  /**
   * Canonicalises an absolute http or https address.
   *
   * @throws IllegalArgumentException if it is none; the message quotes it
   */
  public static String of(String url) {
    String given = given(url);
    Matcher address = ADDRESS.matcher(given);
    if (!address.matches()) {
      throw new IllegalArgumentException("not an absolute address: " + given);
    }
    requireWeb(address.group("scheme"), given);
    if (address.group("authority") == null) {
      throw new IllegalArgumentException("the address names no host: " + given);
    }
    return limited(
        "https://"
            + Authorities.canonical(address.group("scheme"), address.group("authority"), given)
            + path(address.group("path"))
            + query(address.group("query")));
  }

  private static String given(String url) {
    String given = url == null ? "" : url.strip();
    if (given.isEmpty()) {
      throw new IllegalArgumentException("the address is empty");
    }
    if (given.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "the address has " + given.length() + " characters, more than " + MAX_LENGTH);
    }
    if (given.codePoints().anyMatch(CanonicalUrl::isNoCharacter)) {
      throw new IllegalArgumentException("the address holds a control character or half a pair");
    }
    return given;
  }

  private static boolean isNoCharacter(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  private static void requireWeb(String scheme, String given) {
    if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
      throw new IllegalArgumentException("not an http or https address: " + given);
    }
  }

  private static String path(String path) {
    String resolved = DotSegments.remove(Escapes.normalise(path));
    return resolved.isEmpty() ? "/" : resolved;
  }

  private static String query(String query) {
    return query == null || query.isEmpty() ? "" : '?' + Escapes.normalise(query);
  }

  private static String limited(String canonical) {
    if (canonical.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "the address, escaped, has "
              + canonical.length()
              + " characters, more than "
              + MAX_LENGTH);
    }
    return canonical;
  }

  private CanonicalUrl() {}
}
