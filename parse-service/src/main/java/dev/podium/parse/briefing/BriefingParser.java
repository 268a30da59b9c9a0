package dev.podium.parse.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Rejection;
import dev.podium.contracts.briefing.Warning;
import dev.podium.parse.date.Dates;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.dialect.Dialects;
import dev.podium.parse.language.LanguageGuess;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.BodyDecoder;
import dev.podium.parse.page.Decoded;
import dev.podium.parse.page.Page;
import dev.podium.parse.page.PageReader;
import dev.podium.parse.registry.Outlets;
import dev.podium.parse.registry.Spokespersons;
import dev.podium.parse.transcript.Transcript;
import dev.podium.parse.transcript.TranscriptReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a page's bytes as a briefing. A pure function: the same bytes and facts give an equal
 * briefing. Safe for concurrent use.
 */
public final class BriefingParser {

  /** What a language tag says where nobody knows the language (RFC 5646). */
  private static final String UNDETERMINED = "und";

  private final Dialects dialects;
  private final Outlets outlets;
  private final Spokespersons spokespersons;

  public BriefingParser(Dialects dialects, Outlets outlets, Spokespersons spokespersons) {
    this.dialects = dialects;
    this.outlets = outlets;
    this.spokespersons = spokespersons;
  }

  /** The briefing of a page that is there; with a rejection if it is none. */
  public Briefing parse(byte[] body, PageFacts facts) {
    List<Warning> warnings = new ArrayList<>();
    Dialect dialect = dialect(facts, warnings);
    Decoded decoded = BodyDecoder.decode(body, facts.charset());
    warnings.addAll(decoded.warnings());
    TranscriptReader transcripts =
        new TranscriptReader(dialect, outlets, spokespersons, facts.organisation());
    Page page =
        PageReader.read(
            decoded.text(),
            facts.contentType(),
            dialect.layout(),
            new BriefingLines(dialect, transcripts, facts.language()));
    SortedPage sorted = PageSorter.sort(dialect, transcripts, facts.language(), page);
    String language = language(facts, page, sorted, warnings);
    Dates dates = dates(page, sorted, facts, language);
    warnings.addAll(dates.warnings());
    Holders holders = new Holders(spokespersons, dialect, facts.organisation(), language);
    List<Briefing.Spokesperson> inTitle = holders.inTitle(sorted.title(), dates, warnings);
    List<Briefing.Spokesperson> named =
        inTitle.isEmpty() ? holders.inHead(sorted, dates, warnings) : inTitle;
    Transcript transcript =
        transcripts.read(
            facts.pageId(), decoded.codePoints(), sorted.body(), sorted.title(), language, named);
    Rejection rejection = Rejections.of(decoded, page, sorted, transcript, dialect);
    return new BriefingWriter(facts, dialect, decoded.charset(), page, sorted)
        .write(
            language,
            dates,
            holders.orSpeakers(named, transcript, warnings),
            transcript,
            decoded.codePoints(),
            warnings,
            rejection);
  }

  private Dialect dialect(PageFacts facts, List<Warning> warnings) {
    Dialect declared = dialects.find(facts.dialect());
    if (declared == null && facts.dialect() != null) {
      warnings.add(new Warning("dialect-unknown", "there is no dialect " + facts.dialect()));
    }
    Dialect dialect = declared != null ? declared : dialects.find(facts.source());
    dialect = dialect != null ? dialect : dialects.generic();
    if (dialect.generic()) {
      warnings.add(
          new Warning(
              "dialect-generic",
              "no dialect describes " + facts.source() + "; rules for all apply"));
    }
    return dialect;
  }

  private static String language(
      PageFacts facts, Page page, SortedPage sorted, List<Warning> warnings) {
    String declared = facts.language();
    if (LanguageGuess.isIn(declared, sample(sorted, LanguageGuess.GLANCE))) {
      return declared;
    }
    String text = sample(sorted, LanguageGuess.SEEN);
    if (declared.equals(UNDETERMINED)) {
      String guess = LanguageGuess.of(text);
      return guess != null ? guess : page.language() != null ? page.language() : UNDETERMINED;
    }
    String other = LanguageGuess.otherThan(declared, text);
    if (other != null) {
      warnings.add(
          new Warning(
              "language-disagreement", "declared as " + declared + ", but it reads like " + other));
    }
    return declared;
  }

  /** The first paragraphs, as far as a guess looks at them. */
  private static String sample(SortedPage sorted, int most) {
    StringBuilder text = new StringBuilder(most);
    for (Block block : sorted.body().subList(0, Math.min(sorted.body().size(), 40))) {
      if (text.length() < most) {
        text.append(block.text(), 0, Math.min(block.text().length(), most));
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static Dates dates(Page page, SortedPage sorted, PageFacts facts, String language) {
    String meta =
        page.metas()
            .getOrDefault(
                "pubdate",
                page.metas()
                    .getOrDefault(
                        "article:published_time",
                        page.metas().getOrDefault("published_time", page.metas().get("date"))));
    String printed = page.frontMatter() && meta != null ? null : sorted.date();
    return Dates.read(
        new Dates.Clues(sorted.title(), sorted.held(), printed, meta, facts.url()),
        language,
        facts.timeZone());
  }
}
