package dev.podium.index.document;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import java.util.List;

/** Briefings with other exchanges. */
public final class Briefings {

  /** The same revision with these exchanges. */
  public static Briefing with(Briefing briefing, List<Exchange> exchanges) {
    return briefing.with(exchanges, briefing.leftovers(), briefing.erased());
  }

  private Briefings() {}
}
