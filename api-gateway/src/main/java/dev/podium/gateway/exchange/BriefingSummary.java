package dev.podium.gateway.exchange;

import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The briefing that an exchange belongs to, in short.
 *
 * @param version of the briefing that the text is from; with it, {@code revisions/{version}} has
 *     the text as it is here
 * @param url the page's canonical address
 * @param link the address that was really fetched
 * @param date null where the page does not tell
 * @param state {@code gone} when the page is there no more
 */
public record BriefingSummary(
    String id,
    long version,
    String url,
    String link,
    String source,
    String organisation,
    String series,
    @Schema(nullable = true) String occasion,
    String language,
    @Schema(nullable = true) String title,
    @Schema(nullable = true) LocalDate date,
    @UtcMillis Instant fetchedAt,
    String state) {}
