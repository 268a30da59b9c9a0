package dev.podium.gateway.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.gateway.source.SourceCounts.Count;
import java.util.List;

/** Joins what is declared of a source with what the index has of it. */
final class SourceItems {

  /** What everybody may know; the rest is for those who run the service. */
  private static final List<String> PUBLIC =
      List.of(
          "id",
          "name",
          "organisation",
          "series",
          "language",
          "timeZone",
          "dialect",
          "listings",
          "sitemaps",
          "feeds",
          "links",
          "delay",
          "listingInterval",
          "pageInterval",
          "goneAfter",
          "calendar",
          "fetched",
          "paused");

  /** A declared one. */
  static ObjectNode declared(ObjectNode declaration, Count count, boolean isAdmin, String base) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    if (isAdmin) {
      item.setAll(declaration);
    } else {
      PUBLIC.stream()
          .filter(declaration::has)
          .forEach(name -> item.set(name, declaration.get(name)));
    }
    return counted(item, true, count, base);
  }

  /**
   * One that the index alone knows.
   *
   * @param declared false where nobody declares it any more; null where nobody can tell now
   */
  static ObjectNode indexed(String id, Boolean declared, Count count, String base) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("id", id).putNull("name");
    if (count.facts() instanceof ObjectNode facts) {
      item.setAll(facts);
    }
    return counted(item, declared, count, base);
  }

  private static ObjectNode counted(ObjectNode item, Boolean declared, Count count, String base) {
    String id = item.get("id").asText();
    return item.put("declared", declared)
        .put("briefings", count.briefings())
        .put("exchanges", count.exchanges())
        .put("first", count.first())
        .put("last", count.last())
        .put("href", base + "/v1/exchanges?source=" + id);
  }

  private SourceItems() {}
}
