package dev.podium.bench.pages;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.PageFacts;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.dialect.Dialects;
import dev.podium.parse.page.BodyDecoder;
import dev.podium.truth.Origin;
import dev.podium.truth.TruePage;
import dev.podium.truth.Verdict;

/** Gives a page to the parser with the facts that a source of its dialect would have. */
public final class PageReader {

  private final Dialects dialects;
  private final String dialect;

  /**
   * Reads with the dialects.
   *
   * @param dialect that all pages are read with, or null for that of their source
   */
  public PageReader(Dialects dialects, String dialect) {
    this.dialects = dialects;
    this.dialect = dialect;
  }

  /** What is known of the page beside its bytes. */
  public PageFacts facts(TruePage page, byte[] body) {
    Origin origin = page.origin();
    Dialect declared = dialects.find(origin.dialect());
    Dialect own = declared == null ? dialects.find(origin.source()) : declared;
    Dialect.Defaults defaults = (own == null ? dialects.generic() : own).defaults();
    return PageFacts.of(
        page.url(),
        page.event(
            body,
            new Origin(
                origin.source(),
                defaults.organisation(),
                null,
                defaults.language(),
                dialect,
                defaults.timeZone())));
  }

  /** The page's briefing, held to what is known of the page. */
  public Verdict verdict(BriefingParser parser, TruePage page) {
    byte[] body = page.body();
    PageFacts facts = facts(page, body);
    Briefing briefing = parser.parse(body, facts);
    return Verdict.of(page, BodyDecoder.decode(body, facts.charset()).text(), briefing);
  }
}
