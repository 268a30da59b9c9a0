package dev.podium.parse.briefing;

import dev.podium.parse.page.Block;
import dev.podium.parse.page.Containers;
import dev.podium.parse.page.Region;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The innermost element that holds nearly all of a page's speech. What stands beside it is no part
 * of the transcript, and neither is what follows the last turn in an element of another look.
 */
final class SpeechContainer {

  /** Of a hundred turns so many, so that a quotation in a side bar does not count. */
  private static final int SHARE = 80;

  private final Containers containers;
  private final List<Block> blocks;
  private final boolean[] inside;
  private final Set<Long> looks = new HashSet<>();
  private final int lastSpeech;

  private SpeechContainer(Containers containers, List<Block> blocks, Speech speech, int root) {
    this.containers = containers;
    this.blocks = blocks;
    this.inside = inside(root);
    int first = -1;
    int last = -1;
    for (int i = 0; i < blocks.size(); i++) {
      if (speech.at(i) && inside[blocks.get(i).style().container()]) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    this.lastSpeech = last;
    for (int i = Math.max(first, 0); i <= last; i++) {
      looks.add(look(i));
    }
  }

  /**
   * Finds it.
   *
   * @param speech which blocks begin a turn
   * @param prose what counts where hardly any does
   */
  static SpeechContainer find(
      Containers containers, List<Block> blocks, Speech speech, Predicate<Block> prose) {
    int[] weights = new int[blocks.size()];
    boolean few = speech.count() < 2;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = few ? length(blocks.get(i), prose) : speech.at(i) ? 1 : 0;
    }
    int root = innermost(containers, blocks, weights);
    int parent = containers.parent(root);
    boolean rows = containers.isTable(root) && parent != Containers.PAGE;
    SpeechContainer found = new SpeechContainer(containers, blocks, speech, rows ? parent : root);
    if (rows) {
      // Beside a table of turns stand an opening statement and a closing notice.
      found.looks.add(containers.look(parent));
    }
    return found;
  }

  private static int length(Block block, Predicate<Block> prose) {
    return block.region() != Region.FURNITURE && prose.test(block) ? block.text().length() : 0;
  }

  private static int innermost(Containers containers, List<Block> blocks, int[] weights) {
    long[] held = new long[containers.count()];
    long all = 0;
    for (int i = 0; i < weights.length; i++) {
      held[blocks.get(i).style().container()] += weights[i];
      all += weights[i];
    }
    for (int container = held.length - 1; container > Containers.PAGE; container--) {
      if (all > 0 && held[container] * 100 >= all * SHARE) {
        return container;
      }
      held[containers.parent(container)] += held[container];
    }
    return Containers.PAGE;
  }

  private boolean[] inside(int root) {
    boolean[] within = new boolean[containers.count()];
    within[root] = true;
    for (int container = root + 1; container < within.length; container++) {
      within[container] = within[containers.parent(container)];
    }
    return within;
  }

  private long look(int index) {
    return containers.look(blocks.get(index).style().container());
  }

  /** Whether a block can be a part of what is said. */
  boolean holds(int index) {
    boolean within = inside[blocks.get(index).style().container()];
    return within && (index <= lastSpeech || lastSpeech < 0 || looks.contains(look(index)));
  }
}
