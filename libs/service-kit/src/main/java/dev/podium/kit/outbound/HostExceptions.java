package dev.podium.kit.outbound;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hosts that are reached at an address of their own, which the operator names. */
public final class HostExceptions {

  private static final Pattern FORM =
      Pattern.compile(
          "((?:\\*\\.)?[a-z0-9.-]+)=(https://)?(\\[[0-9a-fA-F:.]+]|[\\w.-]+):([0-9]{1,5})");

  /** None. */
  public static final HostExceptions NONE = new HostExceptions("", List.of());

  private final List<Rule> rules = new ArrayList<>();

  /**
   * Reads a setting.
   *
   * @param setting its name
   * @param entries such as {@code *.example=127.0.0.1:8090} and {@code
   *     *.example=https://127.0.0.1:8443}
   * @throws IllegalArgumentException if an entry is wrong; the message quotes it
   */
  public HostExceptions(String setting, List<String> entries) {
    entries.forEach(entry -> rules.add(rule(setting, entry.strip().toLowerCase(Locale.ROOT))));
  }

  private static Rule rule(String setting, String entry) {
    Matcher matcher = FORM.matcher(entry);
    if (!matcher.matches() || Integer.parseInt(matcher.group(4)) > 0xffff) {
      throw new IllegalArgumentException(
          setting + ": \"" + entry + "\" is not like *.example=127.0.0.1:8090");
    }
    return new Rule(
        matcher.group(1),
        matcher.group(2) != null,
        matcher.group(3),
        Integer.parseInt(matcher.group(4)));
  }

  /** Where a host is reached instead, if it is one of them. */
  Optional<Server> of(String host) {
    return rules.stream().filter(rule -> rule.matches(host)).findFirst().map(Rule::server);
  }

  /** What answers for a host. */
  record Server(InetSocketAddress address, boolean tls) {}

  private record Rule(String pattern, boolean tls, String address, int port) {

    Server server() {
      return new Server(new InetSocketAddress(address, port), tls);
    }

    boolean matches(String host) {
      return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }
  }
}
