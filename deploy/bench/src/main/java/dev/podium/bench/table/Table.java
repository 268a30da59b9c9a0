package dev.podium.bench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lines with columns as wide as what they hold: the first to the left, numbers to the right. */
public final class Table {

  private static final String GAP = "   ";

  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... heads) {
    rows.add(List.of(heads));
  }

  /** Adds a row with a cell for each head. */
  public Table row(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException(
          cells.length + " cells for " + rows.getFirst().size() + " heads");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Without a line break at the end. */
  public List<String> lines() {
    int[] widths =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String fill = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? row.get(i) + fill : GAP + fill + row.get(i));
    }
    return line.toString().stripTrailing();
  }
}
