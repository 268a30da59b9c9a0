package dev.podium.index.document;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import java.util.List;

/** Briefings with other exchanges. */
public final class Briefings {

  /** The same revision with these exchanges. */
  public static Briefing with(Briefing briefing, List<Exchange> exchanges) {
    return new Briefing(
        briefing.id(),
        briefing.version(),
        briefing.state(),
        briefing.url(),
        briefing.source(),
        briefing.organisation(),
        briefing.series(),
        briefing.occasion(),
        briefing.language(),
        briefing.title(),
        briefing.date(),
        briefing.timeZone(),
        briefing.publishedOn(),
        briefing.publishedAt(),
        briefing.spokespersons(),
        briefing.revision(),
        briefing.parser(),
        briefing.coverage(),
        briefing.leftovers(),
        briefing.warnings(),
        briefing.rejection(),
        briefing.languageLinks(),
        exchanges);
  }

  private Briefings() {}
}
