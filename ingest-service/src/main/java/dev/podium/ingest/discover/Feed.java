package dev.podium.ingest.discover;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A feed: RSS of any version, or Atom.
 *
 * @param items that it lists
 * @param trouble why there may be more than this, in words; null where it is all
 */
public record Feed(List<Told> items, String trouble) {

  private static final Set<String> TIMES =
      Set.of("pubDate", "date", "published", "updated", "modified", "issued");
  private static final Set<String> ROOTS = Set.of("rss", "RDF", "feed");

  /**
   * Reads a feed.
   *
   * @param address that it was fetched from, which its links are relative to
   * @param zone of times without one
   */
  public static Feed read(byte[] body, String address, ZoneId zone) {
    XmlEntries xml = XmlEntries.read(body, Set.of("item", "entry"));
    List<Told> items = new ArrayList<>();
    for (XmlEntry entry : xml.entries()) {
      Link link =
          links(entry)
              .map(one -> resolved(address, one))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      if (link != null) {
        items.add(new Told(link, modified(entry, zone)));
      }
    }
    return new Feed(items, trouble(xml));
  }

  /** What may be the item's address, the likeliest first. */
  private static Stream<String> links(XmlEntry entry) {
    Stream<String> linked =
        entry.fields().stream()
            .filter(field -> field.name().equals("link"))
            .filter(field -> field.rel() == null || field.rel().equals("alternate"))
            .map(field -> field.href() == null ? field.text() : field.href());
    Stream<String> named =
        entry.fields().stream()
            .filter(field -> field.name().equals("guid") && !"false".equals(field.permanent()))
            .map(XmlEntry.Field::text)
            .filter(text -> text.startsWith("http"));
    return Stream.concat(linked, named).filter(link -> !link.isBlank());
  }

  private static Link resolved(String address, String link) {
    try {
      return Link.of(URI.create(address).resolve(link.strip()).toString());
    } catch (IllegalArgumentException e) {
      return Link.of(link);
    }
  }

  private static Instant modified(XmlEntry entry, ZoneId zone) {
    return entry
        .texts(TIMES)
        .map(text -> ToldTime.latest(text, zone))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static String trouble(XmlEntries xml) {
    return xml.trouble() != null || xml.root() == null || ROOTS.contains(xml.root())
        ? xml.trouble()
        : "it is no feed: it begins with " + xml.root();
  }
}
