package dev.podium.parse.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.CodePoints;
import dev.podium.parse.transcript.Aside;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists what belongs to no exchange, neighbours of one reason together. */
final class Leftovers {

  private final List<Briefing.Leftover> leftovers = new ArrayList<>();
  private String reason;
  private int start;
  private int end;

  /**
   * The leftovers in the order of the page.
   *
   * @param said the body's blocks, which end a leftover
   */
  static List<Briefing.Leftover> of(List<Aside> asides, List<Block> said, CodePoints codePoints) {
    List<Aside> all = new ArrayList<>(asides);
    said.forEach(block -> all.add(new Aside(block, null)));
    all.sort(Comparator.comparingInt(aside -> aside.block().sourceStart(0)));
    Leftovers leftovers = new Leftovers();
    for (Aside aside : all) {
      leftovers.add(aside, codePoints);
    }
    leftovers.close();
    return leftovers.leftovers;
  }

  private void add(Aside aside, CodePoints codePoints) {
    if (aside.reason() == null || !aside.reason().equals(reason)) {
      close();
      reason = aside.reason();
      start = codePoints.at(aside.block().sourceStart(0));
    }
    Block block = aside.block();
    end = codePoints.at(block.sourceEnd(block.text().length()));
  }

  private void close() {
    if (reason != null) {
      leftovers.add(new Briefing.Leftover(start, end, reason));
    }
    reason = null;
  }
}
