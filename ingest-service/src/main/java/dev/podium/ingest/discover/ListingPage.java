package dev.podium.ingest.discover;

import dev.podium.ingest.source.LinkRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** A listing page as it was fetched: HTML, or a script that puts it together. */
public final class ListingPage {

  private static final int LONGEST_ENTRY = 1000;

  private final Document document;
  private final String scripts;
  private final List<String> addresses;

  /**
   * Reads a listing page.
   *
   * @param charset as the server declares it, or null
   * @param address that it was fetched from, which its links are relative to
   */
  public ListingPage(byte[] body, String charset, String address) {
    this.document = Html.read(body, charset, address);
    this.scripts = scripts(body);
    this.addresses = List.copyOf(collect());
  }

  /** The briefings that it links, in its order, each once. */
  public List<Link> links(LinkRules rules) {
    return Link.taken(addresses, rules);
  }

  /** What the page says around each link: the text of its entry in the list, by canonical URL. */
  public Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    for (Element anchor : document.select("a[href]")) {
      Link link = Link.of(anchor.absUrl("href"));
      if (link != null) {
        entries.merge(link.url(), entry(anchor), (one, other) -> one + ' ' + other);
      }
    }
    return entries;
  }

  /** All absolute addresses that it links. */
  public List<String> addresses() {
    return addresses;
  }

  /** The text of its scripts, where some sites keep their paging. */
  String scripts() {
    return scripts;
  }

  private List<String> collect() {
    List<String> found = new ArrayList<>();
    for (Element anchor : document.select("a[href], area[href]")) {
      // Markup in a script's string, read as if it were the page's, has the string's quotes in it.
      if (!anchor.attr("href").contains("\"")) {
        add(found, anchor.absUrl("href"));
      }
    }
    for (String link : ScriptedLinks.in(scripts)) {
      add(found, document.createElement("a").attr("href", link).absUrl("href"));
    }
    return found;
  }

  private static void add(List<String> found, String address) {
    if (!address.isEmpty()) {
      found.add(address);
    }
  }

  private String scripts(byte[] body) {
    StringBuilder text = new StringBuilder();
    document.select("script").forEach(script -> text.append(script.data()).append('\n'));
    for (Element element : document.select("[^data-]")) {
      for (Attribute attribute : element.attributes()) {
        if (attribute.getKey().startsWith("data-") && attribute.getValue().contains("http")) {
          text.append('"').append(attribute.getValue()).append("\"\n");
        }
      }
    }
    return text.append(bare(body)).toString();
  }

  /** The whole answer, where it is a script or JSON and not a page. */
  private String bare(byte[] body) {
    String text = new String(body, document.charset()).replace("\uFEFF", "");
    return text.stripLeading().startsWith("<") ? "" : text;
  }

  /** The largest part of the page around a link that links nothing else. */
  private static String entry(Element anchor) {
    Element entry = anchor;
    Element parent = anchor.parent();
    while (parent != null && !parent.nameIs("body") && linksOnly(parent, anchor.attr("href"))) {
      entry = parent;
      parent = parent.parent();
    }
    String text = anchor.attr("title") + ' ' + text(entry);
    return text.length() <= LONGEST_ENTRY ? text : text.substring(0, LONGEST_ENTRY);
  }

  /** Its texts with blanks between them, since a date often follows a title without one. */
  private static String text(Element entry) {
    return entry.nodeStream(TextNode.class).map(TextNode::text).collect(Collectors.joining(" "));
  }

  private static boolean linksOnly(Element element, String address) {
    return element.select("a[href]").stream().allMatch(a -> a.attr("href").equals(address));
  }
}
