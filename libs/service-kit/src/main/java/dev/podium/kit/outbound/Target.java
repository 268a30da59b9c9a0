package dev.podium.kit.outbound;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request really goes: an address that was resolved and checked, and is the one connected
 * to, so that a name that resolves to something else a moment later changes nothing.
 */
public record Target(SocketAddress server, boolean tls, String host, int port, String path) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int HIGHEST_PORT = 0xffff;

  /** What some software takes for an IPv4 address, in whatever spelling. */
  private static final Pattern NUMERIC =
      Pattern.compile("([^.]*\\.)*(0x[0-9a-f]*|[0-9]+)\\.?", Pattern.CASE_INSENSITIVE);

  private static final Pattern PLAIN =
      Pattern.compile("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})");

  /**
   * Resolves and checks an address.
   *
   * @throws ForbiddenTargetException if it must not be connected to
   * @throws UnknownHostException if there is no such host
   */
  public static Target of(String address, HostExceptions exceptions) throws UnknownHostException {
    URI uri = uri(address);
    boolean tls = "https".equals(uri.getScheme());
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS : HTTP;
    Optional<HostExceptions.Server> exception = exceptions.of(host);
    if (exception.isPresent()) {
      return elsewhere(exception.get(), host, port, path(uri));
    }
    return new Target(
        SocketAddress.inetSocketAddress(port, publicAddress(host).getHostAddress()),
        tls,
        host,
        port,
        path(uri));
  }

  /** The Host header names no port where the address as it was written names none. */
  private static Target elsewhere(
      HostExceptions.Server server, String host, int port, String path) {
    boolean usual = port == HTTP || port == HTTPS;
    int named = usual ? (server.tls() ? HTTPS : HTTP) : port;
    return new Target(
        SocketAddress.inetSocketAddress(server.address()), server.tls(), host, named, path);
  }

  private static URI uri(String address) {
    try {
      URI uri = new URI(address);
      String scheme = uri.getScheme();
      if (!"http".equals(scheme) && !"https".equals(scheme)) {
        throw new ForbiddenTargetException("not an http or https address: " + address);
      }
      if (uri.getHost() == null || uri.getRawUserInfo() != null) {
        throw new ForbiddenTargetException("no plain host in the address: " + address);
      }
      if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
        throw new ForbiddenTargetException("no port from 1 to 65535 in the address: " + address);
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new ForbiddenTargetException("not an address: " + address);
    }
  }

  /** A request to it, of which the rest is to be said. */
  public RequestOptions request(HttpMethod method) {
    return new RequestOptions()
        .setMethod(method)
        .setServer(server)
        .setHost(host)
        .setPort(port)
        .setSsl(tls)
        .setURI(path);
  }

  private static InetAddress publicAddress(String host) throws UnknownHostException {
    // 0177.0.0.1 is one address in octal and another in decimal; nobody is asked which one is
    // meant.
    if (NUMERIC.matcher(host).matches() && !PLAIN.matcher(host).matches()) {
      throw new ForbiddenTargetException(
          host + " is not connected to: an odd spelling of an address");
    }
    InetAddress[] addresses = InetAddress.getAllByName(host);
    return Arrays.stream(addresses)
        .filter(address -> AddressGuard.objection(address) == null)
        .findFirst()
        .orElseThrow(() -> new ForbiddenTargetException(objection(host, addresses)));
  }

  private static String objection(String host, InetAddress... addresses) {
    return Arrays.stream(addresses)
        .map(AddressGuard::objection)
        .filter(Objects::nonNull)
        .findFirst()
        .map(reason -> host + " is not connected to: " + reason)
        .orElse(host + " has no address");
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery();
  }
}
