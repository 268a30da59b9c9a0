package dev.podium.gateway.exchange;

import dev.podium.contracts.briefing.Exchange;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An exchange as the index holds it.
 *
 * @param version of the briefing that the document states
 * @param spokespersons ids of those who hold the briefing
 * @param spokespersonNames their names, in the page's language
 */
public record ExchangeDocument(
    long version,
    Status status,
    String replacedBy,
    BriefingSummary briefing,
    List<String> spokespersons,
    List<String> spokespersonNames,
    Exchange exchange) {

  /** The parts of a document that are read. */
  public static final List<String> FIELDS =
      List.of(
          "version",
          "status",
          "replacedBy",
          "briefing",
          "spokespersons",
          "spokespersonNames",
          "exchange");

  public ExchangeDocument {
    spokespersons = spokespersons == null ? List.of() : List.copyOf(spokespersons);
    spokespersonNames = spokespersonNames == null ? List.of() : List.copyOf(spokespersonNames);
  }

  /**
   * Ids of those who answer: who the answer names, or else who holds the briefing; may be empty.
   */
  public List<String> speakerIds() {
    List<String> named =
        speakers().map(Exchange.Speaker::id).filter(Objects::nonNull).distinct().toList();
    return isSpeakerNamed() || exchange.answer() == null ? named : spokespersons;
  }

  /**
   * Names of those who answer: who the answer names, or else who holds the briefing; may be empty.
   */
  public List<String> speakerNames() {
    List<String> named =
        speakers().map(ExchangeDocument::name).filter(Objects::nonNull).distinct().toList();
    return isSpeakerNamed() || exchange.answer() == null ? named : spokespersonNames;
  }

  private boolean isSpeakerNamed() {
    return speakers().anyMatch(speaker -> name(speaker) != null);
  }

  private Stream<Exchange.Speaker> speakers() {
    return exchange.answer() == null
        ? Stream.empty()
        : exchange.answer().parts().stream().map(Exchange.Part::speaker).filter(Objects::nonNull);
  }

  private static String name(Exchange.Speaker speaker) {
    return speaker.name() == null ? speaker.label() : speaker.name();
  }
}
