package dev.podium.ingest.discover;

import dev.podium.ingest.source.LinkRules;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An address that a sitemap or a feed tells of.
 *
 * @param modified when what is there was last changed, or null where that is not told
 */
public record Told(Link link, Instant modified) {

  /** Those that the rules take, in their order, each once. */
  public static List<Told> taken(List<Told> told, LinkRules rules) {
    Map<String, Told> taken = new LinkedHashMap<>();
    for (Told one : told) {
      if (rules.takes(one.link().url())) {
        taken.putIfAbsent(one.link().url(), one);
      }
    }
    return List.copyOf(taken.values());
  }
}
