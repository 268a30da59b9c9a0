package dev.podium.parse.briefing;

import dev.podium.contracts.briefing.Rejection;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Decoded;
import dev.podium.parse.page.Page;
import dev.podium.parse.transcript.Transcript;

/** Says why a page is no briefing. */
final class Rejections {

  /** A statement says at least so much. */
  private static final int SHORTEST = 12;

  /** The reason, or null for a briefing. */
  static Rejection of(
      Decoded decoded, Page page, SortedPage sorted, Transcript transcript, Dialect dialect) {
    if (decoded.rejection() != null) {
      return decoded.rejection();
    }
    if (page.blocks().isEmpty()) {
      return new Rejection("empty", "the page shows no text");
    }
    if (page.blocks().size() > Page.MOST_BLOCKS) {
      return new Rejection(
          "too-many-paragraphs", "the page has more than " + Page.MOST_BLOCKS + " paragraphs");
    }
    if (transcript.exchanges().isEmpty() || transcript.visible() < SHORTEST) {
      return new Rejection("no-transcript", "the page has no text where a briefing would stand");
    }
    boolean asks =
        transcript.exchanges().stream().anyMatch(exchange -> exchange.question() != null);
    if (!asks && !sorted.known() && (dialect.generic() || sorted.title() == null)) {
      return new Rejection("no-transcript", "nothing on the page begins a question or an answer");
    }
    return null;
  }

  private Rejections() {}
}
