package dev.podium.gateway.exchange;

import dev.podium.contracts.briefing.Exchange;
import java.util.List;

/**
 * An exchange as the index holds it.
 *
 * @param version of the briefing that the document states
 */
public record ExchangeDocument(
    long version, Status status, String replacedBy, BriefingSummary briefing, Exchange exchange) {

  /** The parts of a document that are read. */
  public static final List<String> FIELDS =
      List.of("version", "status", "replacedBy", "briefing", "exchange");
}
