package dev.podium.ingest.source;

import java.io.Reader;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads source files. */
final class SourceReader {

  private static final Duration DELAY = Duration.ofSeconds(5);
  private static final Duration LISTING_INTERVAL = Duration.ofMinutes(10);
  private static final Duration PAGE_INTERVAL = Duration.ofHours(1);
  private static final Duration GONE_AFTER = Duration.ofDays(1);

  /** The keys that a source may have, in the order in which messages name them. */
  static final Set<String> KEYS =
      inOrder(
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
          "volatile");

  private final SourceProblems problems;

  SourceReader(SourceProblems problems) {
    this.problems = problems;
  }

  /** The source; null, with the problems noted, where the file is none. */
  Source read(String file, Reader yaml, boolean shipped) {
    int before = problems.mistakes().size();
    MappingNode root = root(file, yaml);
    if (root == null) {
      return null;
    }
    YamlMapping mapping = new YamlMapping(file, "", root, problems);
    Source source = source(mapping, shipped);
    if (source == null || problems.mistakes().size() > before) {
      return null;
    }
    return source;
  }

  private MappingNode root(String file, Reader yaml) {
    try {
      Node node = new Yaml(new LoaderOptions()).compose(yaml);
      if (node instanceof MappingNode mapping) {
        return mapping;
      }
      problems.add(file, "is empty, or not a mapping of keys to values");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add(file, line, "", "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      problems.add(file, "not YAML: " + e.getMessage());
    }
    return null;
  }

  private static Source source(YamlMapping yaml, boolean shipped) {
    yaml.onlyKeys(KEYS);
    List<Source.Listing> listings =
        yaml.mappings("listings").stream().map(ListingReader::listing).toList();
    List<String> sitemaps = yaml.list("sitemaps", SourceValues::address);
    List<String> feeds = yaml.list("feeds", SourceValues::address);
    LinkRules links = links(yaml, listings.isEmpty() && sitemaps.isEmpty() && feeds.isEmpty());
    String id = yaml.required("id", SourceValues::id);
    return new Source(
        id,
        yaml.required("name", Function.identity()),
        yaml.required("organisation", SourceValues::id),
        yaml.required("series", SourceValues::id),
        yaml.required("language", SourceValues::language),
        yaml.required("timeZone", SourceValues::timeZone),
        yaml.optional("dialect", null, SourceValues::id),
        listings,
        sitemaps,
        feeds,
        links,
        yaml.optional("delay", DELAY, SourceValues::duration),
        yaml.optional("listingInterval", LISTING_INTERVAL, SourceValues::positiveDuration),
        yaml.optional("pageInterval", PAGE_INTERVAL, SourceValues::positiveDuration),
        yaml.optional("goneAfter", GONE_AFTER, SourceValues::duration),
        calendar(yaml),
        yaml.list("volatile", SourceValues::selector),
        shipped);
  }

  private static BriefingCalendar calendar(YamlMapping yaml) {
    YamlMapping calendar = yaml.has("calendar") ? yaml.mapping("calendar") : null;
    return calendar == null ? null : BriefingCalendar.read(calendar);
  }

  private static LinkRules links(YamlMapping yaml, boolean optional) {
    YamlMapping links = optional && !yaml.has("links") ? null : yaml.mapping("links");
    if (links == null) {
      return new LinkRules(List.of(), List.of());
    }
    links.onlyKeys(inOrder("include", "exclude"));
    LinkRules rules =
        new LinkRules(
            links.list("include", LinkPatterns::compile),
            links.list("exclude", LinkPatterns::compile));
    if (rules.include().isEmpty()) {
      links.problemAt("include", "needs at least one pattern, or no link is ever taken");
    }
    return rules;
  }

  static Set<String> inOrder(String... words) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(words)));
  }
}
