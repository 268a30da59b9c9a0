package dev.podium.gateway.revision;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import java.time.Instant;
import java.util.List;

/**
 * A revision of an exchange or of a briefing as the history holds it.
 *
 * @param exchange null for a briefing
 * @param briefing without exchanges; null for an exchange
 */
record RevisionDocument(
    String id,
    String briefingId,
    long version,
    Instant fetchedAt,
    Instant recordedAt,
    Exchange exchange,
    Briefing briefing) {

  /** The parts of a document that are read. */
  static final List<String> FIELDS =
      List.of("id", "briefingId", "version", "fetchedAt", "recordedAt", "exchange", "briefing");

  /** What is left out, since a page's furniture may be long. */
  static final List<String> LONG = List.of("briefing.leftovers");
}
