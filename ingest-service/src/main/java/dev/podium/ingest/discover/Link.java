package dev.podium.ingest.discover;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.ingest.source.LinkRules;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A link to a page.
 *
 * @param url canonical
 * @param address as linked, to be fetched
 */
public record Link(String url, String address) {

  /** Those that the rules take, in their order, each once. */
  static List<Link> taken(Collection<String> addresses, LinkRules rules) {
    Map<String, Link> links = new LinkedHashMap<>();
    for (String address : addresses) {
      Link link = of(address);
      if (link != null && rules.takes(link.url())) {
        links.putIfAbsent(link.url(), link);
      }
    }
    return List.copyOf(links.values());
  }

  /** A link; null where the address is none that can be fetched. */
  public static Link of(String address) {
    String plain = withoutFragment(address.strip());
    try {
      String url = CanonicalUrl.of(plain);
      // As linked it may hold blanks and the like, which no request may.
      return new Link(url, fetchable(plain) ? plain : url);
    } catch (IllegalArgumentException e) {
      // Sites link mail addresses, scripts and misspellings; none of them is a page.
      return null;
    }
  }

  private static boolean fetchable(String address) {
    try {
      return URI.create(address).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String withoutFragment(String address) {
    int fragment = address.indexOf('#');
    return fragment < 0 ? address : address.substring(0, fragment);
  }
}
