package dev.podium.parse.transcript;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.parse.language.Scripts;
import dev.podium.parse.page.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Finds, on pages that print each paragraph in two languages, the labels that only repeat in the
 * other script who speaks: they begin no turn.
 */
final class Translations {

  /** Of a hundred paragraphs so many in the rarer script. */
  private static final int SHARE = 25;

  private final Askers askers;
  private final Function<String, Exchange.Speaker> speakers;

  /**
   * A finder.
   *
   * @param speakers tells the speaker of a label
   */
  Translations(Askers askers, Function<String, Exchange.Speaker> speakers) {
    this.askers = askers;
    this.speakers = speakers;
  }

  /** The leads, those that repeat the one before in another script going on with it. */
  List<Lead> join(List<Block> blocks, List<Lead> leads) {
    boolean[] spaced = new boolean[blocks.size()];
    int count = 0;
    for (int i = 0; i < spaced.length; i++) {
      Block block = blocks.get(i);
      spaced[i] = block.isBelow(Scripts.FIRST_IDEOGRAPH) || Scripts.isSpaced(block.text());
      count += spaced[i] ? 1 : 0;
    }
    int rarer = Math.min(count, spaced.length - count);
    return rarer * 100 < spaced.length * SHARE ? leads : join(leads, spaced);
  }

  private List<Lead> join(List<Lead> leads, boolean[] spaced) {
    List<Lead> joined = new ArrayList<>(leads);
    int last = -1;
    for (int i = 0; i < leads.size(); i++) {
      Lead lead = leads.get(i);
      if (lead.kind() == Lead.Kind.NONE) {
        continue;
      }
      if (last >= 0 && spaced[last] != spaced[i] && repeats(leads.get(last), lead)) {
        joined.set(i, lead.as(Lead.Kind.NONE));
      } else {
        last = i;
      }
    }
    return joined;
  }

  private boolean repeats(Lead before, Lead lead) {
    if (before.kind() != lead.kind()) {
      return false;
    }
    return switch (lead.kind()) {
      case QUESTION -> outlets(before).equals(outlets(lead));
      case ANSWER -> Objects.equals(speaker(before), speaker(lead));
      case RELAYED, NONE, LABEL, VOICE, DIVIDER -> false;
    };
  }

  private List<String> outlets(Lead lead) {
    return askers.read(lead.label()).outlets().stream()
        .map(outlet -> outlet.id() == null ? outlet.name() : outlet.id())
        .toList();
  }

  private String speaker(Lead lead) {
    return lead.label() == null ? null : speakers.apply(lead.label()).id();
  }
}
