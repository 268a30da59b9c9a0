package dev.podium.parse.dialect;

import dev.podium.parse.page.Layout;
import dev.podium.parse.page.Region;
import dev.podium.parse.yaml.Declaration;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a dialect's file. */
final class DialectReader {

  static final Set<String> KEYS =
      Set.of(
          "id",
          "generic",
          "defaults",
          "page",
          "languages",
          "lines",
          "ends",
          "dividers",
          "notices",
          "notes",
          "titles",
          "holders",
          "turns");
  private static final Set<String> DEFAULTS =
      Set.of("organisation", "series", "language", "timeZone");
  private static final Set<String> PAGE = Set.of("title", "date", "body", "furniture", "languages");
  static final Set<String> REASONS =
      Set.of("furniture", "notice", "heading", "place", "time", "date", "held", "divider");
  static final Set<String> TURNS =
      Set.of(
          "questions",
          "answers",
          "followUps",
          "afterwards",
          "bare",
          "dashes",
          "askers",
          "speakers",
          "names",
          "relays",
          "persons",
          "suffixes",
          "joiners",
          "labels",
          "bracketed",
          "alone",
          "plays",
          "headings",
          "headed",
          "relabelled");

  static Dialect read(Declaration file) {
    file.onlyKeys(KEYS);
    String id = file.required("id");
    if (!id.matches("[a-z0-9-]+")) {
      throw file.error("id", id + " is not lower-case letters, digits and hyphens");
    }
    return new Dialect(
        id,
        flag(file, "generic"),
        defaults(file.mapping("defaults").onlyKeys(DEFAULTS)),
        layout(file),
        map(file.mapping("languages")),
        lines(file.mapping("lines").onlyKeys(REASONS)),
        patterns(file, "ends"),
        patterns(file, "dividers"),
        patterns(file, "notices"),
        patterns(file, "notes"),
        patterns(file, "titles"),
        patterns(file, "holders"),
        turns(file.mapping("turns").onlyKeys(TURNS)));
  }

  private static Dialect.Defaults defaults(Declaration defaults) {
    return new Dialect.Defaults(
        defaults.optional("organisation"),
        defaults.optional("series"),
        defaults.optional("language"),
        defaults.optional("timeZone", DialectReader::timeZone));
  }

  private static String timeZone(String id) {
    try {
      return ZoneId.of(id).getId();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(id + " is no time zone", e);
    }
  }

  private static Layout layout(Declaration file) {
    Declaration page = file.mapping("page").onlyKeys(PAGE);
    List<Map.Entry<Region, String>> selectors = new ArrayList<>();
    add(selectors, page, "title", Region.TITLE);
    add(selectors, page, "date", Region.DATE);
    add(selectors, page, "furniture", Region.FURNITURE);
    add(selectors, page, "body", Region.BODY);
    add(selectors, page, "languages", Region.NONE);
    try {
      return Layout.of(selectors);
    } catch (IllegalArgumentException e) {
      throw file.error("page", e.getMessage());
    }
  }

  private static void add(
      List<Map.Entry<Region, String>> selectors, Declaration page, String key, Region region) {
    for (String selector : page.list(key, DialectReader::selector)) {
      selectors.add(Map.entry(region, selector));
    }
  }

  private static String selector(String selector) {
    Layout.of(List.of(Map.entry(Region.BODY, selector)));
    return selector;
  }

  private static LineReasons lines(Declaration lines) {
    Map<String, LinePatterns> patterns = new LinkedHashMap<>();
    lines.keys().forEach(reason -> patterns.put(reason, patterns(lines, reason)));
    return new LineReasons(patterns);
  }

  private static Dialect.Turns turns(Declaration turns) {
    return new Dialect.Turns(
        words(turns, "questions"),
        words(turns, "answers"),
        words(turns, "followUps"),
        words(turns, "afterwards"),
        words(turns, "bare"),
        flag(turns, "dashes"),
        patterns(turns, "askers"),
        patterns(turns, "speakers"),
        patterns(turns, "names"),
        patterns(turns, "relays"),
        patterns(turns, "persons"),
        turns.list("suffixes", DialectReader::affix),
        turns.list("joiners", DialectReader::affix),
        flag(turns, "labels"),
        flag(turns, "bracketed"),
        flag(turns, "alone"),
        patterns(turns, "plays"),
        flag(turns, "headings"),
        flag(turns, "headed"),
        flag(turns, "relabelled"));
  }

  private static Set<String> words(Declaration declaration, String key) {
    Set<String> words = new HashSet<>();
    for (String word : declaration.list(key, DialectReader::word)) {
      words.add(Dialect.Turns.wordKey(word));
    }
    return Set.copyOf(words);
  }

  private static String word(String word) {
    if (word.isBlank()) {
      throw new IllegalArgumentException("a word is empty");
    }
    return word.strip();
  }

  /** Blanks at its ends belong to it. */
  private static String affix(String affix) {
    if (affix.isEmpty()) {
      throw new IllegalArgumentException("a word is empty");
    }
    return affix;
  }

  private static LinePatterns patterns(Declaration declaration, String key) {
    return LinePatterns.of(declaration.list(key, LinePattern::of));
  }

  private static Map<String, String> map(Declaration declaration) {
    Map<String, String> map = new LinkedHashMap<>();
    declaration.keys().forEach(key -> map.put(key, declaration.required(key)));
    return map;
  }

  private static boolean flag(Declaration declaration, String key) {
    String value = declaration.optional(key);
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.equals("true")) {
      return true;
    }
    throw declaration.error(key, value + " is neither true nor false");
  }

  private DialectReader() {}
}
