package dev.podium.kit.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** Tells addresses of the public internet from all others. */
final class AddressGuard {

  // IANA's special-purpose registries: what is not globally reachable, and what carries another
  // address inside it.
  private static final List<Network> FORBIDDEN =
      List.of(
          Network.of("0.0.0.0/8", "this network"),
          Network.of("10.0.0.0/8", "private"),
          Network.of("100.64.0.0/10", "carrier-grade NAT"),
          Network.of("127.0.0.0/8", "loopback"),
          Network.of("169.254.0.0/16", "link-local"),
          Network.of("172.16.0.0/12", "private"),
          Network.of("192.0.0.0/24", "protocol assignments"),
          Network.of("192.0.2.0/24", "documentation"),
          Network.of("192.88.99.0/24", "6to4 relay"),
          Network.of("192.168.0.0/16", "private"),
          Network.of("198.18.0.0/15", "benchmarking"),
          Network.of("198.51.100.0/24", "documentation"),
          Network.of("203.0.113.0/24", "documentation"),
          Network.of("224.0.0.0/4", "multicast"),
          Network.of("240.0.0.0/4", "reserved"),
          Network.of("2001::/23", "protocol assignments"),
          Network.of("2001:db8::/32", "documentation"),
          Network.of("2002::/16", "6to4"),
          Network.of("3fff::/20", "documentation"));

  // Everything else of IPv6 is loopback, mapped, translated, local, multicast or not assigned.
  private static final Network GLOBAL_V6 = Network.of("2000::/3", "global unicast");

  /** Why an address must not be connected to, or null where it may. */
  static String objection(InetAddress address) {
    if (address instanceof Inet6Address && !GLOBAL_V6.contains(address)) {
      return address.getHostAddress() + " is not a global IPv6 address";
    }
    return FORBIDDEN.stream()
        .filter(network -> network.contains(address))
        .findFirst()
        .map(network -> address.getHostAddress() + " is a " + network.name() + " address")
        .orElse(null);
  }

  /** A range of addresses. */
  record Network(List<Byte> prefix, int bits, boolean v4, String name) {

    static Network of(String cidr, String name) {
      int slash = cidr.indexOf('/');
      InetAddress base = InetAddress.ofLiteral(cidr.substring(0, slash));
      return new Network(
          bytes(base),
          Integer.parseInt(cidr.substring(slash + 1)),
          base instanceof Inet4Address,
          name);
    }

    boolean contains(InetAddress address) {
      if (v4 != address instanceof Inet4Address) {
        return false;
      }
      List<Byte> other = bytes(address);
      for (int bit = 0; bit < bits; bit++) {
        if (bit(prefix, bit) != bit(other, bit)) {
          return false;
        }
      }
      return true;
    }

    private static int bit(List<Byte> bytes, int index) {
      return bytes.get(index / Byte.SIZE) >> (Byte.SIZE - 1 - index % Byte.SIZE) & 1;
    }

    private static List<Byte> bytes(InetAddress address) {
      Byte[] boxed = new Byte[address.getAddress().length];
      for (int i = 0; i < boxed.length; i++) {
        boxed[i] = address.getAddress()[i];
      }
      return List.of(boxed);
    }
  }

  private AddressGuard() {}
}
