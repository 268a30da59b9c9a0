package dev.podium.parse.dialect;

import java.util.ArrayList;
import java.util.List;

/** Patterns of a dialect, each of which will do. */
public final class LinePatterns {

  private static final LinePattern[] NONE = {};

  private final List<LinePattern> all;

  /**
   * Those that can match a line, by its first character: one place for each of ASCII, and the last
   * for all others. Every line of a page is asked about, and most begin as none of them does.
   */
  private final LinePattern[][] byStart = new LinePattern[LinePattern.ASCII + 1][];

  private LinePatterns(List<LinePattern> all) {
    this.all = List.copyOf(all);
    for (int start = 0; start < byStart.length; start++) {
      char first = (char) start;
      byStart[start] =
          all.stream().filter(pattern -> pattern.canStart(first)).toArray(LinePattern[]::new);
      byStart[start] = byStart[start].length == 0 ? NONE : byStart[start];
    }
  }

  static LinePatterns of(List<LinePattern> patterns) {
    return new LinePatterns(patterns);
  }

  /** These and the others. */
  LinePatterns and(LinePatterns others) {
    List<LinePattern> both = new ArrayList<>(all);
    both.addAll(others.all);
    return new LinePatterns(both);
  }

  public List<LinePattern> all() {
    return all;
  }

  /** Whether one of them matches the whole line. */
  public boolean match(String line) {
    return first(line) != null;
  }

  /** The first of them that matches the whole line, or null. */
  LinePattern first(String line) {
    for (LinePattern pattern : line.isEmpty() ? byStart[0] : startingWith(line.charAt(0))) {
      if (pattern.matches(line)) {
        return pattern;
      }
    }
    return null;
  }

  private LinePattern[] startingWith(char first) {
    return byStart[Math.min(first, LinePattern.ASCII)];
  }

  /** Whether one of them is found in the line's start. */
  public boolean areIn(String line) {
    for (LinePattern pattern : all) {
      if (pattern.finds(line)) {
        return true;
      }
    }
    return false;
  }
}
