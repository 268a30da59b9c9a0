package dev.podium.gateway.briefing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import java.util.List;

/**
 * A briefing as callers get it.
 *
 * @param briefing its last content, of which leftovers and exchanges are beside it
 * @param state {@code gone} when the page is there no more
 * @param incomplete ids of exchanges that could not be indexed, so that no search finds them
 */
record BriefingView(
    @JsonUnwrapped @JsonIgnoreProperties({"state", "leftovers", "exchanges"}) Briefing briefing,
    Briefing.State state,
    List<String> incomplete,
    List<Briefing.Leftover> leftovers,
    List<Exchange> exchanges) {}
