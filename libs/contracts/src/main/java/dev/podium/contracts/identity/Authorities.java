package dev.podium.contracts.identity;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host and port of web addresses in their canonical spelling. */
final class Authorities {

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?<host>\\[[^\\]]*\\]|[^:\\[\\]]*)(:(?<port>[0-9]*))?");
  private static final int MAX_HOST = 253;
  private static final int MAX_PORT = 65_535;

  /**
   * The canonical spelling.
   *
   * @param given the whole address, for the message
   * @throws IllegalArgumentException if there is no host that a client could connect to
   */
  static String canonical(String scheme, String authority, String given) {
    if (authority.indexOf('@') >= 0) {
      throw new IllegalArgumentException("the address holds a user name: " + given);
    }
    Matcher parts = HOST_AND_PORT.matcher(authority);
    if (!parts.matches()) {
      throw new IllegalArgumentException("the address has no valid host and port: " + given);
    }
    return host(parts.group("host"), given) + port(scheme, parts.group("port"), given);
  }

  private static String host(String host, String given) {
    String ascii = host.startsWith("[") ? host.toLowerCase(Locale.ROOT) : name(host, given);
    if (ascii.length() > MAX_HOST || !isHost(ascii)) {
      throw new IllegalArgumentException("the address names no host: " + given);
    }
    return ascii;
  }

  private static String name(String host, String given) {
    try {
      String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the address names no host: " + given, e);
    }
  }

  // HTTP clients on this platform take what URI takes, and nothing else.
  private static boolean isHost(String host) {
    try {
      return host.equals(new URI("https://" + host + '/').getHost());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String port(String scheme, String digits, String given) {
    if (digits == null || digits.isEmpty()) {
      return "";
    }
    int port = digits.length() > 9 ? MAX_PORT + 1 : Integer.parseInt(digits);
    if (port == 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("the address has no valid port: " + given);
    }
    boolean plainDefault = port == 80 && scheme.equalsIgnoreCase("http");
    return plainDefault || port == 443 ? "" : ":" + port;
  }

  private Authorities() {}
}
