package dev.podium.gateway.exchange;

import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.time.LocalDate;

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
    String occasion,
    String language,
    String title,
    LocalDate date,
    @UtcMillis Instant fetchedAt,
    String state) {}
