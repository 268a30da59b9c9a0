package dev.podium.gateway.route;

import java.net.URI;
import java.util.Optional;

/**
 * A service behind the gateway.
 *
 * @param name for people
 * @param address scheme, host and port, and a path where there is one, without a slash at the end
 * @param credential that it is shown
 */
public record Service(String name, URI address, Optional<String> credential) {

  public Service {
    if (address.getHost() == null || !"http".equals(address.getScheme())) {
      throw new IllegalArgumentException(
          "the address of " + name + " is no http address with a host: " + address);
    }
  }

  int port() {
    return address.getPort() < 0 ? 80 : address.getPort();
  }

  String path() {
    String path = address.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** Where all its addresses begin. */
  public String base() {
    return address.getScheme() + "://" + address.getRawAuthority() + path();
  }
}
