package dev.podium.contracts.identity;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * The one spelling of a page's address that its identity is made of.
 *
 * <p>Host in lower case and in punycode, dot segments resolved, escapes in upper case and only
 * where needed, no default port, no fragment; http is written as https, since publishers serve both
 * and mean one page. Hosts are not merged, and the query stays as it is.
 */
public final class CanonicalUrl {

  /** The longest address that is taken, in characters: a Kafka key and a database key hold it. */
  public static final int MAX_LENGTH = 2048;

  // The normalizer keeps no state between calls.
  private static final BasicURLNormalizer NORMALIZER = BasicURLNormalizer.newBuilder().build();

  /**
   * Canonicalises an absolute http or https address.
   *
   * @throws IllegalArgumentException if it is none; the message quotes it
   */
  public static String of(String url) {
    String trimmed = url == null ? "" : url.strip();
    if (trimmed.isEmpty()) {
      throw new IllegalArgumentException("the address is empty");
    }
    if (trimmed.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "the address has " + trimmed.length() + " characters, more than " + MAX_LENGTH);
    }
    String normal = NORMALIZER.filter(trimmed);
    if (normal == null) {
      throw new IllegalArgumentException("not an address: " + trimmed);
    }
    return https(normal, trimmed);
  }

  private static String https(String normal, String given) {
    try {
      URI uri = new URI(normal);
      String scheme = uri.getScheme();
      if (uri.getRawAuthority() == null || uri.getHost() == null) {
        throw new IllegalArgumentException("the address names no host: " + given);
      }
      if (uri.getRawUserInfo() != null) {
        throw new IllegalArgumentException("the address holds a user name: " + given);
      }
      if (!"http".equals(scheme) && !"https".equals(scheme)) {
        throw new IllegalArgumentException("not an http or https address: " + given);
      }
      String canonical = "https" + normal.substring(scheme.length());
      if (canonical.length() > MAX_LENGTH) {
        throw new IllegalArgumentException(
            "the address, escaped, has more than " + MAX_LENGTH + " characters");
      }
      return canonical;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not an address: " + given, e);
    }
  }

  private CanonicalUrl() {}
}
