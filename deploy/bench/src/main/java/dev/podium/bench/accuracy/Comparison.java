package dev.podium.bench.accuracy;

import dev.podium.bench.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Two runs beside each other, in lines for people. */
final class Comparison {

  private final List<PageLine> earlier;
  private final List<PageLine> later;

  Comparison(List<PageLine> earlier, List<PageLine> later) {
    this.earlier = earlier;
    this.later = later;
  }

  /**
   * The numbers of each set, then the differences in words.
   *
   * @param show how many of these at most
   */
  List<String> lines(int show) {
    List<Difference> differences = Difference.between(earlier, later);
    List<String> lines = new ArrayList<>();
    if (differences.isEmpty()) {
      lines.add("Every exchange is as it was.");
    } else {
      lines.addAll(table(differences).lines());
      differences.stream()
          .limit(show)
          .forEach(d -> lines.add("  " + d.set() + "/" + d.file() + ": " + words(d)));
    }
    if (differences.size() > show) {
      lines.add("  and " + (differences.size() - show) + " more; --show N shows more of them");
    }
    long unshared = Difference.unshared(earlier, later);
    if (unshared > 0) {
      lines.add("Pages that only one of the runs has, which are not compared: " + unshared);
    }
    return lines;
  }

  private static String words(Difference difference) {
    return difference.kind().word() + ": " + difference.what();
  }

  private static Table table(List<Difference> differences) {
    Table table = new Table("set", "appeared", "vanished", "changed", "pages");
    Map<String, List<Difference>> bySet =
        differences.stream()
            .collect(Collectors.groupingBy(Difference::set, TreeMap::new, Collectors.toList()));
    bySet.forEach(
        (set, of) ->
            table.row(
                set,
                count(of, Difference.Kind.APPEARED),
                count(of, Difference.Kind.VANISHED),
                count(of, Difference.Kind.CHANGED),
                Long.toString(of.stream().map(Difference::file).distinct().count())));
    return table;
  }

  private static String count(List<Difference> differences, Difference.Kind kind) {
    return Long.toString(differences.stream().filter(d -> d.kind() == kind).count());
  }
}
