package dev.podium.parse.transcript;

import dev.podium.contracts.briefing.Exchange;
import java.util.List;

/**
 * What a page's body holds.
 *
 * @param speakers of the podium in the order of their first words, each once
 * @param visible how many characters stand in exchanges and labels
 */
public record Transcript(
    List<Exchange> exchanges, List<Aside> asides, List<Exchange.Speaker> speakers, int visible) {

  public Transcript {
    exchanges = List.copyOf(exchanges);
    asides = List.copyOf(asides);
    speakers = List.copyOf(speakers);
  }
}
