package dev.podium.gateway.search;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person who answers or an outlet that asks.
 *
 * @param id of the registry
 * @param names by language, as the briefings in it have them
 * @param exchanges how many there are
 * @param first day of which there is one; null where no briefing has a date
 * @param last day of which there is one; null where no briefing has a date
 * @param href where the gateway has them
 */
public record WhoItem(
    String id,
    Map<String, String> names,
    long exchanges,
    @Schema(format = "date", nullable = true) String first,
    @Schema(format = "date", nullable = true) String last,
    String href) {}
