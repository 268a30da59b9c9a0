package dev.podium.parse.accuracy;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.PageFacts;
import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.dialect.Dialects;
import dev.podium.parse.page.BodyDecoder;
import dev.podium.truth.Origin;
import dev.podium.truth.Tally;
import dev.podium.truth.TruePage;
import dev.podium.truth.TrueSet;
import dev.podium.truth.Verdict;

/** What a parser of the shipped dialects makes of pages whose truth is known. */
public final class Readings {

  private static final Dialects DIALECTS = ParserFiles.dialects(null);

  /** The page's briefing. */
  public static Briefing briefing(BriefingParser parser, TruePage page) {
    return briefing(parser, page, null);
  }

  private static Briefing briefing(BriefingParser parser, TruePage page, String dialect) {
    byte[] body = page.body();
    return parser.parse(body, PageFacts.of(page.url(), page.event(body, defaults(page, dialect))));
  }

  private static Origin defaults(TruePage page, String dialect) {
    Dialect own = DIALECTS.find(page.origin().source());
    Dialect.Defaults defaults = (own == null ? DIALECTS.generic() : own).defaults();
    return new Origin(
        null, defaults.organisation(), null, defaults.language(), dialect, defaults.timeZone());
  }

  /** The page's briefing, held to its truth. */
  public static Verdict verdict(BriefingParser parser, TruePage page) {
    return verdict(page, briefing(parser, page));
  }

  private static Verdict verdict(TruePage page, Briefing briefing) {
    return Verdict.of(page, BodyDecoder.decode(page.body(), null).text(), briefing);
  }

  /** The set as a stranger reads it, for whom nobody has described its publishers. */
  static Tally strangersTally(BriefingParser parser, TrueSet set) {
    String generic = DIALECTS.generic().id();
    return new Tally(
        set.pages().stream().map(page -> verdict(page, briefing(parser, page, generic))).toList());
  }

  static Tally tally(BriefingParser parser, TrueSet set) {
    return new Tally(set.pages().stream().map(page -> verdict(parser, page)).toList());
  }

  private Readings() {}
}
