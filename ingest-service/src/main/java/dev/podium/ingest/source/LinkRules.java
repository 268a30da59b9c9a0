package dev.podium.ingest.source;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which links of a listing are briefings. Patterns are looked for anywhere in the canonical
 * address, so one that means the whole of it says so with {@code ^} and {@code $}.
 */
public record LinkRules(List<Pattern> include, List<Pattern> exclude) {

  public LinkRules {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** Whether an address, in its canonical spelling, is one of the source's pages. */
  public boolean takes(String canonicalUrl) {
    return anyFinds(include, canonicalUrl) && !anyFinds(exclude, canonicalUrl);
  }

  private static boolean anyFinds(List<Pattern> patterns, String url) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(url).find());
  }
}
