package dev.podium.parse.transcript;

import dev.podium.parse.dialect.LinePatterns;
import dev.podium.parse.page.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the questions that the podium reads out, as in briefings by video: a turn that says who is
 * asking, and asks, before that of another speaker.
 */
final class Relays {

  private final LinePatterns relays;
  private final List<Block> blocks;
  private final List<Lead> leads;

  private Relays(LinePatterns relays, List<Block> blocks, List<Lead> leads) {
    this.relays = relays;
    this.blocks = blocks;
    this.leads = leads;
  }

  /** The leads, with these turns as questions. */
  static List<Lead> find(LinePatterns relays, List<Block> blocks, List<Lead> leads) {
    return relays.all().isEmpty() ? leads : new Relays(relays, blocks, leads).find();
  }

  private List<Lead> find() {
    List<Lead> found = new ArrayList<>(leads);
    for (int i = 0; i < leads.size(); i++) {
      Lead lead = leads.get(i);
      if (lead.kind() == Lead.Kind.ANSWER && lead.label() != null && isRelay(i)) {
        found.set(i, new Lead(Lead.Kind.RELAYED, null, lead.start(), false));
      }
    }
    return found;
  }

  private boolean isRelay(int from) {
    boolean says = false;
    boolean asks = false;
    int next = from;
    do {
      says |= relays.areIn(blocks.get(next).text());
      asks |= Marks.asks(blocks.get(next).text(), 0);
      next++;
    } while (next < leads.size() && leads.get(next).kind() == Lead.Kind.NONE);
    return says && asks && next < leads.size() && isOther(leads.get(from), leads.get(next));
  }

  private static boolean isOther(Lead relay, Lead next) {
    return next.kind() == Lead.Kind.ANSWER && !relay.label().equals(next.label());
  }
}
