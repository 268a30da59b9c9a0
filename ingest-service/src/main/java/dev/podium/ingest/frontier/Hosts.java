package dev.podium.ingest.frontier;

import java.net.URI;
import java.util.Locale;

/** The names under which hosts take turns. */
final class Hosts {

  /**
   * The host of an address, with its port where that is unusual.
   *
   * @throws IllegalArgumentException if the address has none
   */
  static String of(String address) {
    URI uri = URI.create(address);
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("no host in " + address);
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    boolean usual = uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443;
    return usual ? host : host + ':' + uri.getPort();
  }

  private Hosts() {}
}
