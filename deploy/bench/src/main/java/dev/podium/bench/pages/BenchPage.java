package dev.podium.bench.pages;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.PageIds;
import dev.podium.parse.briefing.Hashes;
import dev.podium.parse.briefing.PageFacts;
import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.dialect.Dialects;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as parse-service gets it: its bytes, and what is known of it beside them. */
public final class BenchPage {

  private static final Instant CAPTURED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Dialects DIALECTS = ParserFiles.dialects(null);
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\\s;\"]+)");

  private final byte[] body;
  private final PageFacts facts;

  private BenchPage(byte[] body, PageFacts facts) {
    this.body = body;
    this.facts = facts;
  }

  /**
   * What a source says of all its pages.
   *
   * @param dialect null where the source has none of its own
   */
  record Origin(
      String source, String organisation, String language, String dialect, String timeZone) {

    /** Of a source that has the id of a dialect, as the shipped ones have. */
    static Origin named(String source) {
      Dialect own = DIALECTS.find(source);
      Dialect.Defaults defaults = (own == null ? DIALECTS.generic() : own).defaults();
      String organisation = defaults.organisation() == null ? source : defaults.organisation();
      return new Origin(source, organisation, defaults.language(), null, defaults.timeZone());
    }
  }

  static BenchPage of(String address, Origin origin, String contentType, byte[] body) {
    String url = CanonicalUrl.of(address);
    return new BenchPage(
        body,
        new PageFacts(
            url,
            PageIds.of(url),
            origin.source(),
            origin.organisation(),
            "regular",
            origin.language(),
            origin.dialect(),
            origin.timeZone(),
            1,
            CAPTURED,
            url,
            contentType,
            charset(contentType),
            Hashes.sha256(body)));
  }

  /** The bytes themselves and no copy: nobody changes them. */
  public byte[] body() {
    return body;
  }

  public PageFacts facts() {
    return facts;
  }

  /** The same page as one of another dialect. */
  public PageFacts factsOf(String dialect) {
    return new PageFacts(
        facts.url(),
        facts.pageId(),
        facts.source(),
        facts.organisation(),
        facts.series(),
        facts.language(),
        dialect,
        facts.timeZone(),
        facts.revision(),
        facts.fetchedAt(),
        facts.finalUrl(),
        facts.contentType(),
        facts.charset(),
        facts.sha256());
  }

  private static String charset(String contentType) {
    Matcher matcher = CHARSET.matcher(contentType);
    return matcher.find() ? matcher.group(1) : null;
  }
}
