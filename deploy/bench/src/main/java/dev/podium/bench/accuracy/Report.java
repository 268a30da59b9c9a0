package dev.podium.bench.accuracy;

import dev.podium.bench.table.Table;
import dev.podium.truth.Aspect;
import dev.podium.truth.Tally;
import dev.podium.truth.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run in lines for people. */
final class Report {

  private final Map<String, Tally> sets;
  private final int show;

  /**
   * Of the sets by their names.
   *
   * @param show how many failing pages are shown, and of each how many things
   */
  Report(Map<String, Tally> sets, int show) {
    this.sets = sets;
    this.show = show;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(table().lines());
    lines.add("");
    sets.forEach((name, tally) -> codes(lines, name + ": rejections", tally.rejections()));
    sets.forEach((name, tally) -> codes(lines, name + ": warnings", tally.warnings()));
    failing(lines);
    return lines;
  }

  private Table table() {
    Table table =
        new Table(
            "set",
            "pages",
            "briefings",
            "rejected",
            "exchanges",
            "pairs",
            "counts",
            "titles",
            "dates",
            "turns",
            "coverage",
            "promises broken");
    sets.forEach((name, tally) -> row(table, name, tally));
    return table;
  }

  private static void row(Table table, String name, Tally tally) {
    int briefings = tally.briefings().size();
    table.row(
        name,
        Integer.toString(tally.verdicts().size()),
        Integer.toString(briefings),
        Integer.toString(tally.verdicts().size() - briefings),
        Integer.toString(tally.exchanges()),
        share(tally, Aspect.PAIRS),
        share(tally, Aspect.COUNTS),
        share(tally, Aspect.TITLES),
        share(tally, Aspect.DATES),
        share(tally, Aspect.TURNS),
        briefings == 0 ? "-" : String.format(Locale.ROOT, "%.4f", tally.coverage()),
        Integer.toString(tally.asked(Aspect.PROMISES)));
  }

  private static String share(Tally tally, Aspect aspect) {
    return tally.asked(aspect) == 0 ? "-" : tally.right(aspect) + "/" + tally.asked(aspect);
  }

  private static void codes(List<String> lines, String what, Map<String, Long> codes) {
    if (!codes.isEmpty()) {
      lines.add(
          what
              + ": "
              + codes.entrySet().stream()
                  .map(code -> code.getKey() + " " + code.getValue())
                  .collect(Collectors.joining(", ")));
    }
  }

  private void failing(List<String> lines) {
    List<Verdict> failing =
        sets.values().stream()
            .flatMap(tally -> tally.verdicts().stream())
            .filter(verdict -> !verdict.failures().isEmpty())
            .toList();
    lines.add(failing.isEmpty() ? "No page fails." : "Pages that fail: " + failing.size());
    for (Verdict verdict : failing.subList(0, Math.min(show, failing.size()))) {
      lines.add("  " + verdict.page() + ": " + counts(verdict));
      verdict.failures().stream()
          .limit(3)
          .forEach(f -> lines.add("    " + f.aspect().word() + ": " + f.what()));
    }
    if (failing.size() > show) {
      lines.add("  and " + (failing.size() - show) + " more; --show N shows more of them");
    }
  }

  private static String counts(Verdict verdict) {
    Map<Aspect, Long> counts =
        verdict.failures().stream()
            .collect(
                Collectors.groupingBy(
                    Verdict.Failure::aspect,
                    () -> new EnumMap<>(Aspect.class),
                    Collectors.counting()));
    return counts.entrySet().stream()
        .map(count -> count.getKey().word() + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }
}
