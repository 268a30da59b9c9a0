package dev.podium.gateway.access;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a request comes from a person or program on this machine.
 *
 * <p>The connection alone does not tell: a proxy on this machine forwards strangers, and a browser
 * sends what any site tells it to, also under a name that the site lets point to this machine. So
 * the request must carry no trace of a proxy, must be meant for this machine by name, and must come
 * from no other site's page.
 */
final class LoopbackCaller {

  private static final List<String> PROXY_HEADERS =
      List.of("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip");
  private static final List<String> OWN_SITES = List.of("same-origin", "none");
  private static final String FORWARDED = "x-forwarded-";
  private static final Pattern LOOPBACK_HOST =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?::1]?");

  private final String address;
  private final String scheme;
  private final HostAndPort host;
  private final MultiMap headers;

  /**
   * Someone who calls.
   *
   * @param address of the other end of the connection, as a literal; null if it has none
   * @param host that the request is meant for, or null
   */
  LoopbackCaller(String address, String scheme, HostAndPort host, MultiMap headers) {
    this.address = address;
    this.scheme = scheme;
    this.host = host;
    this.headers = headers;
  }

  static LoopbackCaller of(HttpServerRequest request) {
    // Of the connection, not of the request: the latter can be set to believe headers.
    SocketAddress remote = request.connection().remoteAddress();
    return new LoopbackCaller(
        remote == null ? null : remote.hostAddress(),
        request.scheme(),
        request.authority(),
        request.headers());
  }

  /** What speaks against it, or empty if nothing does. */
  Optional<String> doubt() {
    if (!isLoopback(address)) {
      return Optional.of("this one comes from elsewhere");
    }
    if (host == null || !LOOPBACK_HOST.matcher(host.host().toLowerCase(Locale.ROOT)).matches()) {
      return Optional.of("this one is not addressed to the machine itself");
    }
    if (isOfAnotherSite()) {
      return Optional.of("this one was sent by the page of another site");
    }
    return proxy();
  }

  private static boolean isLoopback(String address) {
    // Null is the address of a connection that has none, such as a Unix socket; literals only, so
    // that nothing is looked up.
    return address != null && InetAddress.ofLiteral(address).isLoopbackAddress();
  }

  private Optional<String> proxy() {
    return headers.names().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> PROXY_HEADERS.contains(name) || name.startsWith(FORWARDED))
        .findFirst()
        .map(name -> "the header " + name + " says that this one came through a proxy");
  }

  private boolean isOfAnotherSite() {
    String site = headers.get("sec-fetch-site");
    String own = scheme + "://" + host;
    return (site != null && !OWN_SITES.contains(site))
        || !headers.getAll("origin").stream().allMatch(own::equalsIgnoreCase);
  }
}
