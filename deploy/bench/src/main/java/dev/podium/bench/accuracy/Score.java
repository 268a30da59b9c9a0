package dev.podium.bench.accuracy;

import java.util.Locale;

/** How many of the things that are known were found. */
record Score(int found, int known) {

  static final Score NOTHING = new Score(0, 0);

  Score plus(boolean right) {
    return new Score(found + (right ? 1 : 0), known + 1);
  }

  Score plus(Score other) {
    return new Score(found + other.found, known + other.known);
  }

  boolean isFull() {
    return found == known;
  }

  double share() {
    return known == 0 ? 1 : (double) found / known;
  }

  /** For people; a dash where nothing is known. */
  @Override
  public String toString() {
    if (known == 0) {
      return "-";
    }
    return isFull()
        ? "all " + known
        : String.format(Locale.ROOT, "%d of %d (%.2f %%)", found, known, 100 * share());
  }
}
