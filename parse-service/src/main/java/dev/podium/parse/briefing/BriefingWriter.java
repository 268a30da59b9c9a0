package dev.podium.parse.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Rejection;
import dev.podium.contracts.briefing.Warning;
import dev.podium.contracts.identity.Occasions;
import dev.podium.contracts.identity.Versions;
import dev.podium.parse.date.Dates;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.CodePoints;
import dev.podium.parse.page.Page;
import dev.podium.parse.transcript.Aside;
import dev.podium.parse.transcript.Transcript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Writes what was read of a page as a briefing of the contract. */
final class BriefingWriter {

  private static final Set<String> UNCOUNTED = Set.of("furniture", "title", "date");

  private final PageFacts facts;
  private final Dialect dialect;
  private final String charset;
  private final Page page;
  private final SortedPage sorted;

  BriefingWriter(PageFacts facts, Dialect dialect, String charset, Page page, SortedPage sorted) {
    this.facts = facts;
    this.dialect = dialect;
    this.charset = charset;
    this.page = page;
    this.sorted = sorted;
  }

  Briefing write(
      String language,
      Dates dates,
      List<Briefing.Spokesperson> holders,
      Transcript transcript,
      CodePoints codePoints,
      List<Warning> warnings,
      Rejection rejection) {
    List<Aside> asides = asides(transcript, rejection);
    return new Briefing(
        facts.pageId(),
        Versions.of(facts.fetchedAt(), ParserRelease.NUMBER),
        Briefing.State.PRESENT,
        facts.url(),
        facts.source(),
        facts.organisation(),
        facts.series(),
        Occasions.of(facts.organisation(), facts.series(), dates.date()),
        language,
        sorted.title(),
        dates.date(),
        facts.timeZone(),
        dates.publishedOn(),
        dates.publishedAt(),
        holders,
        revision(),
        new Briefing.Parser(ParserRelease.NUMBER, dialect.id()),
        rejection == null ? coverage(transcript, asides) : 0,
        Leftovers.of(asides, said(asides), codePoints),
        warnings,
        rejection,
        LanguageLinks.of(page, dialect, facts.url(), language),
        rejection == null ? transcript.exchanges() : List.of(),
        List.of());
  }

  /** What belongs to no exchange; all of it where the page is no briefing. */
  private List<Aside> asides(Transcript transcript, Rejection rejection) {
    List<Aside> asides = new ArrayList<>(sorted.asides());
    if (rejection == null) {
      asides.addAll(transcript.asides());
    } else {
      sorted.body().forEach(block -> asides.add(new Aside(block, "rejected")));
    }
    return asides;
  }

  private List<Block> said(List<Aside> asides) {
    Set<Block> others = Collections.newSetFromMap(new IdentityHashMap<>());
    asides.forEach(aside -> others.add(aside.block()));
    return sorted.body().stream().filter(block -> !others.contains(block)).toList();
  }

  private static double coverage(Transcript transcript, List<Aside> asides) {
    int other =
        asides.stream()
            .filter(aside -> !UNCOUNTED.contains(aside.reason()))
            .mapToInt(aside -> aside.block().style().visible())
            .sum();
    int all = transcript.visible() + other;
    return all == 0 ? 0 : Math.round(10_000.0 * transcript.visible() / all) / 10_000.0;
  }

  private Briefing.Revision revision() {
    return new Briefing.Revision(
        facts.revision(),
        facts.fetchedAt(),
        facts.sha256(),
        charset,
        Hashes.sha256OfLines(page.blocks()),
        facts.finalUrl());
  }
}
