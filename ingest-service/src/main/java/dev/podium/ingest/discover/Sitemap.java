package dev.podium.ingest.discover;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A sitemap, an index of sitemaps, or a plain list of addresses, packed with gzip or not.
 *
 * @param pages that it lists
 * @param sitemaps that it lists, where it is an index
 * @param trouble why there may be more than this, in words; null where it is all
 */
public record Sitemap(List<Told> pages, List<Told> sitemaps, String trouble) {

  /** The longest sitemap that there may be, in bytes. */
  public static final int MAX_BYTES = XmlEntries.MAX_BYTES;

  private static final String PAGE = "url";
  private static final String SITEMAP = "sitemap";

  /**
   * Reads a sitemap.
   *
   * @param zone of times without one
   */
  public static Sitemap read(byte[] body, ZoneId zone) {
    try {
      return isText(body) ? ofLines(body) : ofXml(body, zone);
    } catch (IOException e) {
      return new Sitemap(List.of(), List.of(), "it cannot be unpacked: " + e.getMessage());
    }
  }

  private static boolean isText(byte[] body) throws IOException {
    try (CutStream in = XmlEntries.plain(body)) {
      String start = new String(in.readNBytes(100), StandardCharsets.UTF_8);
      return start.replace("\uFEFF", "").strip().startsWith("http");
    }
  }

  private static Sitemap ofLines(byte[] body) throws IOException {
    List<Told> pages = new ArrayList<>();
    try (CutStream in = XmlEntries.plain(body);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && pages.size() < XmlEntries.MAX_ENTRIES) {
        add(pages, line.replace("\uFEFF", ""), null);
        line = lines.readLine();
      }
      String more = line == null ? null : "only the first " + pages.size() + " were read";
      return new Sitemap(pages, List.of(), in.cut() ? XmlEntries.tooLong() : more);
    }
  }

  private static Sitemap ofXml(byte[] body, ZoneId zone) {
    XmlEntries xml = XmlEntries.read(body, Set.of(PAGE, SITEMAP));
    List<Told> pages = new ArrayList<>();
    List<Told> sitemaps = new ArrayList<>();
    for (XmlEntry entry : xml.entries()) {
      List<Told> list = entry.name().equals(PAGE) ? pages : sitemaps;
      String address = entry.texts(Set.of("loc")).findFirst().orElse("");
      add(list, address, modified(entry, zone));
    }
    return new Sitemap(pages, sitemaps, trouble(xml));
  }

  private static Instant modified(XmlEntry entry, ZoneId zone) {
    return entry
        .texts(Set.of("lastmod"))
        .findFirst()
        .map(text -> ToldTime.latest(text, zone))
        .orElse(null);
  }

  private static String trouble(XmlEntries xml) {
    boolean known = xml.root() == null || Set.of("urlset", "sitemapindex").contains(xml.root());
    return known || xml.trouble() != null
        ? xml.trouble()
        : "it is no sitemap: it begins with " + xml.root();
  }

  private static void add(List<Told> list, String address, Instant modified) {
    Link link = Link.of(address);
    if (link != null) {
      list.add(new Told(link, modified));
    }
  }
}
