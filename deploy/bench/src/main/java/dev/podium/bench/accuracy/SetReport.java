package dev.podium.bench.accuracy;

import dev.podium.bench.pages.TruePage;
import dev.podium.bench.pages.TrueSet;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.parse.briefing.BriefingParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How well the parser reads a set of pages. */
public final class SetReport {

  private final TrueSet set;
  private final Map<String, Briefing> briefings = new LinkedHashMap<>();
  private final Map<String, Judgement> judgements = new LinkedHashMap<>();
  private final Map<String, Integer> rejections = new TreeMap<>();
  private final Map<String, Integer> warnings = new TreeMap<>();

  private SetReport(TrueSet set) {
    this.set = set;
  }

  /**
   * Reads all pages of a set.
   *
   * @param dialect that takes the place of the publishers' own, or null
   */
  public static SetReport of(TrueSet set, BriefingParser parser, String dialect) {
    SetReport report = new SetReport(set);
    for (TruePage page : set.pages()) {
      report.add(
          page,
          parser.parse(
              page.page().body(),
              dialect == null ? page.page().facts() : page.page().factsOf(dialect)));
    }
    return report;
  }

  private void add(TruePage page, Briefing briefing) {
    briefings.put(page.file(), briefing);
    judgements.put(page.file(), new Judgement(briefing, page.truth()));
    if (briefing.rejection() != null) {
      rejections.merge(briefing.rejection().code(), 1, Integer::sum);
    }
    briefing.warnings().forEach(warning -> warnings.merge(warning.code(), 1, Integer::sum));
    briefing
        .exchanges()
        .forEach(
            exchange ->
                exchange
                    .warnings()
                    .forEach(warning -> warnings.merge(warning.code(), 1, Integer::sum)));
  }

  public String name() {
    return set.name();
  }

  /** By the name of the page in the set. */
  public Map<String, Briefing> briefings() {
    return briefings;
  }

  public Score pairs() {
    return sum(Judgement::pairs);
  }

  /** Pages with as many questions as were counted. */
  public Score counts() {
    return sum(Judgement::counts);
  }

  public Score titles() {
    return sum(Judgement::titles);
  }

  public Score dates() {
    return sum(Judgement::dates);
  }

  public Score turns() {
    return sum(Judgement::turns);
  }

  private Score sum(Function<Judgement, Score> of) {
    return judgements.values().stream().map(of).reduce(Score.NOTHING, Score::plus);
  }

  /** How many pages were rejected, by the code of the reason. */
  Map<String, Integer> rejections() {
    return rejections;
  }

  Map<String, Integer> warnings() {
    return warnings;
  }

  int exchanges() {
    return briefings.values().stream().mapToInt(briefing -> briefing.exchanges().size()).sum();
  }

  /** Mean over what is no rejection. */
  double coverage() {
    return briefings.values().stream()
        .filter(briefing -> briefing.rejection() == null)
        .mapToDouble(Briefing::coverage)
        .average()
        .orElse(0);
  }

  /** Everything known that was not found, as {@code page: what}. */
  public List<String> wrong() {
    List<String> wrong = new ArrayList<>();
    judgements.forEach((file, page) -> page.wrong().forEach(line -> wrong.add(file + ": " + line)));
    return wrong;
  }
}
