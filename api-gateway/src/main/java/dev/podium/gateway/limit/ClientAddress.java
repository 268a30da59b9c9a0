package dev.podium.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a request comes from, as far as that can be believed: the other end of the connection, or
 * what the outermost of our own proxies has seen.
 */
final class ClientAddress {

  private static final int NETWORK_BYTES = 8;

  /**
   * The network that counts as one client: an IPv4 address, or 64 bits of an IPv6 one, since one
   * client is given as many.
   *
   * @param connection the address of the other end, as a literal, or null where it has none
   * @param forwarded the values of {@code X-Forwarded-For}
   * @param proxies how many of our own have added to it
   */
  static String of(String connection, List<String> forwarded, int proxies) {
    List<String> hops =
        forwarded.stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .map(String::strip)
            .toList();
    String seen = hops.size() < proxies || proxies == 0 ? null : hops.get(hops.size() - proxies);
    String network = network(seen);
    return network == null ? String.valueOf(network(connection)) : network;
  }

  /** Null where it is no literal. */
  private static String network(String address) {
    if (address == null) {
      return null;
    }
    InetAddress literal;
    try {
      literal = InetAddress.ofLiteral(address);
    } catch (IllegalArgumentException e) {
      return null;
    }
    return literal instanceof Inet6Address six ? network(six) : literal.getHostAddress();
  }

  private static String network(Inet6Address address) {
    StringBuilder network = new StringBuilder();
    byte[] bytes = address.getAddress();
    for (int i = 0; i < NETWORK_BYTES; i += 2) {
      int group = ((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff);
      network.append(Integer.toHexString(group)).append(':');
    }
    return network.append(":/64").toString();
  }

  private ClientAddress() {}
}
