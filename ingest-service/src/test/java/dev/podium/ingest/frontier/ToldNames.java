package dev.podium.ingest.frontier;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM's resolver of names, which a test can give answers to. The JVM loads it with a class
 * loader of its own, so that answers are told by system properties.
 */
public final class ToldNames extends InetAddressResolverProvider {

  private static final String ANSWERS = "test.names.";
  private static final String ASKED = "test.asked.";

  /**
   * Tells the answers for a name, one after the other; the last one stays.
   *
   * @param answers addresses, with {@code +} between those of one answer
   */
  static void tell(String name, List<String> answers) {
    System.clearProperty(ASKED + name);
    System.setProperty(ANSWERS + name, String.join(" ", answers));
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return new Resolver(configuration.builtinResolver());
  }

  @Override
  public String name() {
    return "told by tests";
  }

  private record Resolver(InetAddressResolver builtin) implements InetAddressResolver {

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
        throws UnknownHostException {
      String answers = System.getProperty(ANSWERS + host);
      if (answers == null) {
        return builtin.lookupByName(host, policy);
      }
      List<String> all = List.of(answers.split(" ", -1));
      String answer = all.get(Math.min(count(host), all.size() - 1));
      return Arrays.stream(answer.split("\\+", -1)).map(InetAddress::ofLiteral);
    }

    /** How often it was asked for before. */
    private static synchronized int count(String host) {
      int before = Integer.getInteger(ASKED + host, 0);
      System.setProperty(ASKED + host, String.valueOf(before + 1));
      return before;
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
      return builtin.lookupByAddress(address);
    }
  }
}
