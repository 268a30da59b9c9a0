package dev.podium.gateway.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.gateway.highlight.Span;
import dev.podium.gateway.offset.Utf16;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An exchange as callers get it.
 *
 * @param replacedBy id of the exchange that took its place; null unless reworded
 * @param version of the briefing, by which it has this status
 * @param permalink where it answers for ever
 * @param revision of the page, from which the text is; the segments count in its decoded body, and
 *     {@code sha256} is of its bytes. Null where the history does not have it
 * @param evidence where all that proves the text is given as one file
 * @param highlights only in the results of a search
 * @param offsets what all of its offsets count; only where {@code offsets=utf16} was asked for: in
 *     lists and exports an exchange is in code points where the body of its page is not there any
 *     more
 */
public record ExchangeView(
    @JsonUnwrapped Exchange exchange,
    Status status,
    @Schema(nullable = true) String replacedBy,
    long version,
    BriefingSummary briefing,
    String permalink,
    @Schema(nullable = true) Briefing.Revision revision,
    String evidence,
    @JsonInclude(JsonInclude.Include.NON_NULL) Highlights highlights,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(enumeration = {ExchangeView.UTF16, ExchangeView.CODE_POINT})
        String offsets) {

  static final String UTF16 = "utf16";
  static final String CODE_POINT = "codepoint";

  /**
   * What the search found, as pieces of the question's and the answer's text.
   *
   * @param question empty where it found nothing
   */
  public record Highlights(List<Span> question, List<Span> answer) {

    /** Nothing was searched for. */
    public static final Highlights NONE = new Highlights(List.of(), List.of());

    private Highlights inUtf16(Exchange exchange) {
      return new Highlights(
          Utf16.spans(question, exchange.question() == null ? null : exchange.question().text()),
          Utf16.spans(answer, exchange.answer() == null ? null : exchange.answer().text()));
    }
  }

  /** The document, with what a search found in it; not proved yet. */
  public static ExchangeView of(ExchangeDocument document, Highlights highlights) {
    return new ExchangeView(
        document.exchange(),
        document.status(),
        document.replacedBy(),
        document.version(),
        document.briefing(),
        null,
        null,
        null,
        highlights,
        null);
  }

  /** The same with other offsets: those of the exchange are given, highlights counted anew. */
  ExchangeView inUtf16(Exchange counted) {
    return counting(UTF16, counted, highlights == null ? null : highlights.inUtf16(exchange));
  }

  /** The same, which says that it was not counted anew. */
  ExchangeView inCodePoints() {
    return counting(CODE_POINT, exchange, highlights);
  }

  private ExchangeView counting(String units, Exchange counted, Highlights found) {
    return new ExchangeView(
        counted,
        status,
        replacedBy,
        version,
        briefing,
        permalink,
        revision,
        evidence,
        found,
        units);
  }

  /** With where it stays, and what proves it; null where the history does not have that. */
  public ExchangeView proved(String permalink, Briefing.Revision revision) {
    return new ExchangeView(
        exchange,
        status,
        replacedBy,
        version,
        briefing,
        permalink,
        revision,
        permalink + "/evidence",
        highlights,
        offsets);
  }
}
