package dev.podium.parse.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.page.BodyDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How well the parser reads a set of pages. */
public final class SetReport {

  private final PageSet set;
  private final Map<String, Briefing> briefings = new LinkedHashMap<>();
  private final Map<String, Integer> rejections = new TreeMap<>();
  private final Map<String, Integer> warnings = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();
  private int exchanges;
  private double coverage;

  private SetReport(PageSet set) {
    this.set = set;
  }

  public static SetReport of(PageSet set, BriefingParser parser) {
    SetReport report = new SetReport(set);
    for (PageSet.Entry entry : set.entries()) {
      byte[] body = entry.body();
      report.add(entry, body, parser.parse(body, entry.facts(body)));
    }
    return report;
  }

  private void add(PageSet.Entry entry, byte[] body, Briefing briefing) {
    briefings.put(entry.file(), briefing);
    String text = BodyDecoder.decode(body, null).text();
    for (String error : VisibleText.check(text, entry.contentType(), briefing)) {
      broken.add(entry.file() + ": " + error);
    }
    if (briefing.rejection() != null) {
      rejections.merge(briefing.rejection().code(), 1, Integer::sum);
      return;
    }
    exchanges += briefing.exchanges().size();
    coverage += briefing.coverage();
    briefing.warnings().forEach(w -> warnings.merge(w.code(), 1, Integer::sum));
    briefing
        .exchanges()
        .forEach(e -> e.warnings().forEach(w -> warnings.merge(w.code(), 1, Integer::sum)));
  }

  public Map<String, Briefing> briefings() {
    return briefings;
  }

  /** What breaks the promises about segments and leftovers. */
  public List<String> broken() {
    return broken;
  }

  public Map<String, Integer> rejections() {
    return rejections;
  }

  /** Expected pairs that no exchange holds, as {@code file: question}. */
  public List<String> missingPairs(Path expected) throws IOException {
    List<String> missing = new ArrayList<>();
    for (JsonNode pair : PageSet.lines(expected)) {
      String file = pair.path("file").asText();
      Briefing briefing = briefings.get(file);
      if (briefing == null || !holds(briefing, pair)) {
        missing.add(file + ": " + pair.path("question").asText());
      }
    }
    return missing;
  }

  private static boolean holds(Briefing briefing, JsonNode pair) {
    String question = squeeze(pair.path("question").asText());
    String answer = squeeze(pair.path("answer").asText());
    for (Exchange exchange : briefing.exchanges()) {
      if (exchange.question() != null
          && exchange.answer() != null
          && endsAlike(question, squeeze(exchange.question().text()))
          && endsAlike(answer, squeeze(exchange.answer().text()))) {
        return true;
      }
    }
    return false;
  }

  /** The same but for a label at the start of the expected one. */
  private static boolean endsAlike(String expected, String text) {
    return expected.endsWith(text) && expected.length() - text.length() <= 40 && !text.isEmpty();
  }

  private static String squeeze(String text) {
    return text.replaceAll("[\\s\\p{Z}\u200b\ufeff]+", "");
  }

  /** Pages whose number of questions differs, as {@code file: expected, found}. */
  public List<String> unequalCounts(Path expected) throws IOException {
    List<String> unequal = new ArrayList<>();
    for (JsonNode line : PageSet.lines(expected)) {
      String file = line.path("file").asText();
      long found =
          briefings.get(file).exchanges().stream().filter(e -> e.question() != null).count();
      if (found != line.path("questions").asInt()) {
        unequal.add(
            file + ": " + line.path("questions").asInt() + " expected, " + found + " found");
      }
    }
    return unequal;
  }

  /** The report as lines for people. */
  public List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    int accepted = set.entries().size() - rejections.values().stream().mapToInt(i -> i).sum();
    lines.add(
        "%s: %d pages, %d briefings, %d exchanges, rejections %s, mean coverage %.4f, warnings %s"
            .formatted(
                set.name(),
                set.entries().size(),
                accepted,
                exchanges,
                rejections,
                accepted == 0 ? 0 : coverage / accepted,
                warnings));
    lines.add("  promises broken: " + broken.size());
    broken.stream().limit(20).forEach(line -> lines.add("    " + line));
    Path folder = set.entries().getFirst().path().getParent().getParent();
    expected(lines, folder);
    return lines;
  }

  private void expected(List<String> lines, Path folder) throws IOException {
    Path pairs = folder.resolve("expected-pairs.jsonl");
    if (Files.exists(pairs)) {
      List<String> missing = missingPairs(pairs);
      lines.add("  expected pairs missing: " + missing.size());
      missing.forEach(line -> lines.add("    " + line));
    }
    Path counts = folder.resolve("expected-counts.jsonl");
    if (Files.exists(counts)) {
      List<String> unequal = unequalCounts(counts);
      lines.add("  counts unequal: " + unequal.size());
      unequal.forEach(line -> lines.add("    " + line));
    }
  }
}
