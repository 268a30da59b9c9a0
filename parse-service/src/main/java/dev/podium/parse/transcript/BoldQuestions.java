package dev.podium.parse.transcript;

import dev.podium.parse.page.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the questions of pages that print them bold and mark nothing else: bold paragraphs, most of
 * which ask, each followed by plain ones.
 */
final class BoldQuestions {

  private static final int FEWEST = 2;
  private static final int LONG = 60;

  private final List<Block> blocks;
  private final List<Integer> starts = new ArrayList<>();
  private int asking;

  private BoldQuestions(List<Block> blocks) {
    this.blocks = blocks;
  }

  /** The leads, with those questions where the page has no other turns. */
  static List<Lead> find(List<Block> blocks, List<Lead> leads) {
    boolean marked =
        leads.stream()
            .anyMatch(lead -> lead.kind() == Lead.Kind.QUESTION || lead.kind() == Lead.Kind.ANSWER);
    return marked ? leads : new BoldQuestions(blocks).find(leads);
  }

  private List<Lead> find(List<Lead> leads) {
    for (int i = 0; i < blocks.size(); ) {
      int end = i;
      while (end < blocks.size() && isBold(blocks.get(end))) {
        end++;
      }
      if (end > i && end < blocks.size()) {
        take(i, end);
      }
      i = Math.max(end, i + 1);
    }
    if (asking < FEWEST || asking * 2 < starts.size()) {
      return leads;
    }
    List<Lead> found = new ArrayList<>(leads);
    starts.forEach(start -> found.set(start, Lead.question(null, 0, false)));
    return found;
  }

  private void take(int from, int to) {
    boolean asks = blocks.subList(from, to).stream().anyMatch(Block::asks);
    int length = blocks.subList(from, to).stream().mapToInt(block -> block.text().length()).sum();
    if (asks || length >= LONG) {
      starts.add(from);
      asking += asks ? 1 : 0;
    }
  }

  private static boolean isBold(Block block) {
    return block.style().bold() * 5 >= block.style().visible() * 4
        || (block.style().heading() > 0 && block.asks());
  }
}
