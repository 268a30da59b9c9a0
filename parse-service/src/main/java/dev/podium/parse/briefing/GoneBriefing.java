package dev.podium.parse.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.identity.Versions;
import java.util.List;

/** The briefing of a page that is gone: it says so, and nothing of its own. */
public final class GoneBriefing {

  public static Briefing of(PageFacts facts) {
    return new Briefing(
        facts.pageId(),
        Versions.of(facts.fetchedAt(), ParserRelease.NUMBER),
        Briefing.State.GONE,
        facts.url(),
        facts.source(),
        facts.organisation(),
        facts.series(),
        null,
        facts.language(),
        null,
        null,
        facts.timeZone(),
        null,
        null,
        List.of(),
        new Briefing.Revision(
            facts.revision(), facts.fetchedAt(), null, null, null, facts.finalUrl()),
        new Briefing.Parser(ParserRelease.NUMBER, null),
        0,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of());
  }

  private GoneBriefing() {}
}
