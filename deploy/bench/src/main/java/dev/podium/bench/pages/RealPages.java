package dev.podium.bench.pages;

import java.nio.file.Path;
import java.util.List;

/** The sets of real pages in a folder. */
final class RealPages {

  /** Those that a parser's speed is measured with: whole pages as publishers serve them. */
  private static final List<String> MEASURED =
      List.of("mfa-cn-zh", "white-house", "white-house-md");

  /** Those that are there; a folder of other pages gives none. */
  static List<PageSet> sets(Path data) {
    return TrueSets.below(data).stream()
        .filter(set -> MEASURED.contains(set.name()))
        .map(TrueSet::withoutTruth)
        .toList();
  }

  private RealPages() {}
}
