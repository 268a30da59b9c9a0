package dev.podium.gateway.briefing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.podium.contracts.briefing.Briefing;
import java.util.List;

/**
 * A briefing as callers get it.
 *
 * @param briefing its last content
 * @param state {@code gone} when the page is there no more
 * @param incomplete ids of exchanges that could not be indexed, so that no search finds them
 */
record BriefingView(
    @JsonUnwrapped @JsonIgnoreProperties("state") Briefing briefing,
    Briefing.State state,
    List<String> incomplete) {}
