package dev.podium.gateway.revision;

import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A revision in a list.
 *
 * @param version of the briefing
 * @param fetchedAt when the page was fetched
 * @param recordedAt when the briefing's record came to Kafka
 * @param changed paths of the fields that differ from the revision before, such as {@code
 *     answer.text}; null where there is none before
 * @param href where the gateway has the exchange as it was then
 */
public record RevisionItem(
    long version,
    @UtcMillis Instant fetchedAt,
    @UtcMillis Instant recordedAt,
    @Schema(nullable = true) List<String> changed,
    String href) {}
