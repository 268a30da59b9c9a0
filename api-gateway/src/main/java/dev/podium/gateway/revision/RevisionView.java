package dev.podium.gateway.revision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.UtcMillis;
import dev.podium.gateway.exchange.BriefingSummary;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An exchange as it was.
 *
 * @param version of the briefing
 * @param recordedAt when the briefing's record came to Kafka
 * @param briefing as it was; null where only the exchange was kept
 * @param permalink where this revision answers for ever
 * @param revision of the page, from which the text is; null where only the exchange was kept
 * @param evidence where all that proves the text is given as one file
 */
public record RevisionView(
    @JsonUnwrapped Exchange exchange,
    long version,
    @UtcMillis Instant fetchedAt,
    @UtcMillis Instant recordedAt,
    @Schema(nullable = true) BriefingSummary briefing,
    String permalink,
    @Schema(nullable = true) Briefing.Revision revision,
    String evidence) {

  /**
   * The documents as callers get them.
   *
   * @param permalink of the exchange
   */
  static RevisionView of(RevisionDocument exchange, Briefing briefing, String permalink) {
    return new RevisionView(
        exchange.exchange(),
        exchange.version(),
        exchange.fetchedAt(),
        exchange.recordedAt(),
        briefing == null ? null : summary(briefing),
        permalink + "/revisions/" + exchange.version(),
        briefing == null ? null : briefing.revision(),
        permalink + "/evidence?version=" + exchange.version());
  }

  /** Id of the page; null where only the exchange was kept. */
  String page() {
    return briefing == null ? null : briefing.id();
  }

  /** The same with other offsets. */
  RevisionView told(Exchange inUtf16) {
    return new RevisionView(
        inUtf16, version, fetchedAt, recordedAt, briefing, permalink, revision, evidence);
  }

  private static BriefingSummary summary(Briefing briefing) {
    return new BriefingSummary(
        briefing.id(),
        briefing.version(),
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
