package dev.podium.bench.accuracy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An exchange, or a page's rejection, that two runs do not agree on.
 *
 * @param what in words, with the text before and after
 */
record Difference(String set, String file, Kind kind, String what) {

  private static final int SHOWN = 70;

  /** What became of it. */
  enum Kind {
    APPEARED("appeared"),
    VANISHED("vanished"),
    CHANGED("changed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** Those of the pages that both runs have read, in the order of the later one. */
  static List<Difference> between(List<PageLine> earlier, List<PageLine> later) {
    Map<String, PageLine> before = byName(earlier);
    List<Difference> differences = new ArrayList<>();
    for (PageLine now : later) {
      PageLine then = before.get(name(now));
      if (then != null) {
        rejection(then, now, differences);
        exchanges(then, now, differences);
      }
    }
    return differences;
  }

  /** How many pages only one of the runs has read. */
  static long unshared(List<PageLine> earlier, List<PageLine> later) {
    Map<String, PageLine> before = byName(earlier);
    Map<String, PageLine> now = byName(later);
    return before.keySet().stream().filter(name -> !now.containsKey(name)).count()
        + now.keySet().stream().filter(name -> !before.containsKey(name)).count();
  }

  private static Map<String, PageLine> byName(List<PageLine> lines) {
    Map<String, PageLine> byName = new LinkedHashMap<>();
    lines.forEach(line -> byName.put(name(line), line));
    return byName;
  }

  private static String name(PageLine line) {
    return line.set() + '\n' + line.file();
  }

  private static void rejection(PageLine then, PageLine now, List<Difference> differences) {
    if (!Objects.equals(then.rejection(), now.rejection())) {
      differences.add(
          new Difference(
              now.set(),
              now.file(),
              Kind.CHANGED,
              "the page: " + outcome(then) + " → " + outcome(now)));
    }
  }

  private static String outcome(PageLine page) {
    return page.rejection() == null ? "briefing" : "rejected as " + page.rejection();
  }

  private static void exchanges(PageLine then, PageLine now, List<Difference> differences) {
    Map<String, PageLine.Said> before = new LinkedHashMap<>();
    then.exchanges().forEach(exchange -> before.put(exchange.id(), exchange));
    for (PageLine.Said exchange : now.exchanges()) {
      PageLine.Said old = before.remove(exchange.id());
      if (old == null) {
        differences.add(new Difference(now.set(), now.file(), Kind.APPEARED, words(exchange)));
      } else if (!old.equals(exchange)) {
        differences.add(new Difference(now.set(), now.file(), Kind.CHANGED, change(old, exchange)));
      }
    }
    before
        .values()
        .forEach(
            gone ->
                differences.add(new Difference(now.set(), now.file(), Kind.VANISHED, words(gone))));
  }

  private static String words(PageLine.Said exchange) {
    String asker = exchange.label() == null ? "" : exchange.label() + ": ";
    return exchange.question() == null
        ? "statement «" + brief(exchange.answer(), 0) + "»"
        : asker + "«" + brief(exchange.question(), 0) + "»";
  }

  private static String change(PageLine.Said old, PageLine.Said now) {
    List<String> changes = new ArrayList<>();
    compare("label", old.label(), now.label(), changes);
    compare("question", old.question(), now.question(), changes);
    compare("answer", old.answer(), now.answer(), changes);
    return words(now) + "; " + String.join("; ", changes);
  }

  private static void compare(String what, String old, String now, List<String> changes) {
    if (!Objects.equals(old, now)) {
      int from = old == null || now == null ? 0 : start(old, now);
      changes.add(what + " «" + brief(old, from) + "» → «" + brief(now, from) + "»");
    }
  }

  /** A little before the place where they begin to differ. */
  private static int start(String old, String now) {
    int at = 0;
    while (at < Math.min(old.length(), now.length()) && old.charAt(at) == now.charAt(at)) {
      at++;
    }
    return Math.max(0, at - SHOWN / 3);
  }

  private static String brief(String text, int from) {
    if (text == null) {
      return "";
    }
    String rest = (from > 0 ? "…" : "") + text.substring(Math.min(from, text.length()));
    String line = rest.replaceAll("\\s+", " ").strip();
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
