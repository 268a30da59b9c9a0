package dev.podium.ingest.discover;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The same page in other languages, as a page links it. */
public final class LanguageLinks {

  // HTML's own way, and the buttons of the Chinese foreign ministry.
  private static final String SELECTOR =
      "link[hreflang][href], a[hreflang][href], .lan_btn a[href]";

  /**
   * The links, each once.
   *
   * @param charset as the server declares it, or null
   * @param address that the page was fetched from, which its links are relative to
   */
  public static List<Link> of(byte[] body, String charset, String address) {
    return mayHave(body) ? read(body, charset, address) : List.of();
  }

  /** Most pages have none, and need not be parsed once more to find that out. */
  private static boolean mayHave(byte[] body) {
    String bytes = new String(body, StandardCharsets.ISO_8859_1);
    return bytes.contains("hreflang") || bytes.contains("lan_btn") || bytes.contains("HREFLANG");
  }

  private static List<Link> read(byte[] body, String charset, String address) {
    Map<String, Link> links = new LinkedHashMap<>();
    for (Element element : Html.read(body, charset, address).select(SELECTOR)) {
      Link link = Link.of(element.absUrl("href"));
      if (link != null) {
        links.putIfAbsent(link.url(), link);
      }
    }
    return List.copyOf(links.values());
  }

  private LanguageLinks() {}
}
