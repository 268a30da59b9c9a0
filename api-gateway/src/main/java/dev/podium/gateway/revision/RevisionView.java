package dev.podium.gateway.revision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.UtcMillis;
import dev.podium.gateway.exchange.BriefingSummary;
import java.time.Instant;

/**
 * An exchange as it was.
 *
 * @param version of the briefing
 * @param recordedAt when the briefing's record came to Kafka
 * @param briefing as it was; null where only the exchange was kept
 */
public record RevisionView(
    @JsonUnwrapped Exchange exchange,
    long version,
    @UtcMillis Instant fetchedAt,
    @UtcMillis Instant recordedAt,
    BriefingSummary briefing) {

  static RevisionView of(RevisionDocument exchange, Briefing briefing) {
    return new RevisionView(
        exchange.exchange(),
        exchange.version(),
        exchange.fetchedAt(),
        exchange.recordedAt(),
        briefing == null ? null : summary(briefing));
  }

  private static BriefingSummary summary(Briefing briefing) {
    return new BriefingSummary(
        briefing.id(),
        briefing.url(),
        briefing.revision().link(),
        briefing.source(),
        briefing.organisation(),
        briefing.series(),
        briefing.occasion(),
        briefing.language(),
        briefing.title(),
        briefing.date(),
        briefing.revision().fetchedAt(),
        briefing.state() == Briefing.State.GONE ? "gone" : "present");
  }
}
