package dev.podium.gateway.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A briefing in a list.
 *
 * @param link the address that was really fetched
 * @param href where the gateway has the whole briefing
 */
record BriefingItem(
    String id,
    long version,
    Briefing.State state,
    String url,
    String link,
    String href,
    String source,
    String organisation,
    String series,
    @Schema(nullable = true) String occasion,
    String language,
    @Schema(nullable = true) String title,
    @Schema(nullable = true) LocalDate date,
    @Schema(nullable = true) LocalDate publishedOn,
    @UtcMillis Instant fetchedAt,
    List<Briefing.Spokesperson> spokespersons,
    int exchangeCount,
    int questionCount,
    List<String> incomplete) {

  static BriefingItem of(BriefingDocument document, String href) {
    Briefing briefing = document.briefing();
    return new BriefingItem(
        briefing.id(),
        briefing.version(),
        document.state(),
        briefing.url(),
        briefing.revision().link(),
        href,
        briefing.source(),
        briefing.organisation(),
        briefing.series(),
        briefing.occasion(),
        briefing.language(),
        briefing.title(),
        briefing.date(),
        briefing.publishedOn(),
        briefing.revision().fetchedAt(),
        briefing.spokespersons(),
        document.exchangeCount(),
        document.questionCount(),
        document.incomplete());
  }
}
