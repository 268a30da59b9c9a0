package dev.podium.ingest.discover;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.ingest.source.LinkRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A listing page as it was fetched. */
public final class ListingPage {

  private final Document document;

  /**
   * Reads a listing page.
   *
   * @param charset as the server declares it, or null
   * @param address that it was fetched from, which its links are relative to
   */
  public ListingPage(byte[] body, String charset, String address) {
    try {
      this.document = Jsoup.parse(new ByteArrayInputStream(body), known(charset), address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The briefings that it links, in its order, each once. */
  public List<Link> links(LinkRules rules) {
    Map<String, Link> links = new LinkedHashMap<>();
    for (String address : addresses()) {
      String canonical = canonical(address);
      if (canonical != null && rules.takes(canonical)) {
        links.putIfAbsent(canonical, new Link(canonical, withoutFragment(address)));
      }
    }
    return List.copyOf(links.values());
  }

  /** All absolute addresses that it links. */
  public List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    for (Element anchor : document.select("a[href], area[href]")) {
      String address = anchor.absUrl("href");
      if (!address.isEmpty()) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  /** The text of its scripts, where some sites keep their paging. */
  String scripts() {
    StringBuilder scripts = new StringBuilder();
    document.select("script").forEach(script -> scripts.append(script.data()).append('\n'));
    return scripts.toString();
  }

  private static String canonical(String address) {
    try {
      return CanonicalUrl.of(address);
    } catch (IllegalArgumentException e) {
      // A listing may link mail addresses, scripts and misspellings; none of them is a page.
      return null;
    }
  }

  private static String withoutFragment(String address) {
    int fragment = address.indexOf('#');
    return fragment < 0 ? address : address.substring(0, fragment);
  }

  private static String known(String charset) {
    try {
      return charset != null && Charset.isSupported(charset) ? charset : null;
    } catch (IllegalCharsetNameException e) {
      return null;
    }
  }

  /**
   * A link to a briefing.
   *
   * @param url canonical
   * @param address as linked, to be fetched
   */
  public record Link(String url, String address) {}
}
