package dev.podium.parse.transcript;

import dev.podium.parse.page.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides who asks and who answers where labels that nobody knows stand on lines of their own, or
 * are certainly labels by their marks: who mostly ends in a question asks, everybody else speaks
 * for the podium.
 */
final class LoneTurns {

  /** How near to its end a turn that asks has its question mark. */
  private static final int END = 200;

  private final List<Block> blocks;
  private final List<Lead> leads;
  private final Map<String, Integer> turns = new HashMap<>();
  private final Map<String, Integer> asking = new HashMap<>();

  private LoneTurns(List<Block> blocks, List<Lead> leads) {
    this.blocks = blocks;
    this.leads = leads;
  }

  /** The leads with every such label decided. */
  static List<Lead> decide(List<Block> blocks, List<Lead> leads) {
    LoneTurns judged = new LoneTurns(blocks, leads);
    judged.count();
    return judged.turns.isEmpty() ? leads : judged.decided();
  }

  private void count() {
    for (int i = 0; i < leads.size(); i++) {
      if (isSure(i)) {
        String label = leads.get(i).label();
        turns.merge(label, 1, Integer::sum);
        asking.merge(label, asks(i) ? 1 : 0, Integer::sum);
      }
    }
  }

  private boolean isSure(int index) {
    Lead lead = leads.get(index);
    return lead.kind() == Lead.Kind.VOICE
        || (lead.kind() == Lead.Kind.LABEL
            && lead.label().length() == blocks.get(index).text().length());
  }

  private boolean asks(int index) {
    int last = index;
    while (last + 1 < leads.size() && leads.get(last + 1).kind() == Lead.Kind.NONE) {
      last++;
    }
    String text = blocks.get(last).text();
    return Marks.asks(text, Math.max(0, text.length() - END));
  }

  private List<Lead> decided() {
    List<Lead> decided = new ArrayList<>(leads);
    for (int i = 0; i < leads.size(); i++) {
      if (isSure(i)) {
        String label = leads.get(i).label();
        boolean asker = asking.get(label) * 2 >= turns.get(label);
        decided.set(i, leads.get(i).as(asker ? Lead.Kind.QUESTION : Lead.Kind.ANSWER));
      }
    }
    return decided;
  }
}
