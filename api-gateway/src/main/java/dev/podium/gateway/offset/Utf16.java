package dev.podium.gateway.offset;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Briefing.Leftover;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Segment;
import dev.podium.contracts.change.TextDiff;
import dev.podium.gateway.highlight.Span;
import dev.podium.kit.offset.CodeUnits;
import dev.podium.kit.offset.Utf16Exchanges;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells in UTF-16 code units what offsets tell in code points. */
@ApplicationScoped
public class Utf16 {

  private final PageCodeUnits pages;

  Utf16(PageCodeUnits pages) {
    this.pages = pages;
  }

  /**
   * An exchange, and the page that it is from.
   *
   * @param revision null where nobody knows it
   */
  public record Source(Exchange exchange, String page, Briefing.Revision revision) {

    private PageCodeUnits.Place place() {
      return new PageCodeUnits.Place(page, revision.number());
    }

    private boolean hasSegments() {
      Stream<Segment> asked =
          exchange.question() == null ? Stream.of() : exchange.question().segments().stream();
      Stream<Segment> answered =
          exchange.answer() == null
              ? Stream.of()
              : exchange.answer().parts().stream().flatMap(part -> part.segments().stream());
      return Stream.concat(asked, answered).findAny().isPresent();
    }
  }

  /**
   * The exchanges, in the same order; those are missing whose page's body is not there any more.
   * Bodies of pages are read where there are segments.
   *
   * @throws dev.podium.kit.problem.ProblemException with 502, 503 or 504 while the archive cannot
   *     be asked
   */
  public List<Optional<Exchange>> exchanges(List<Source> sources) {
    Map<PageCodeUnits.Place, CodeUnits> bodies =
        pages.kept(
            sources.stream()
                .filter(source -> source.hasSegments() && source.revision() != null)
                .map(Source::place)
                .collect(Collectors.toSet()));
    return sources.stream()
        .map(source -> body(source, bodies).map(body -> Utf16Exchanges.of(source.exchange(), body)))
        .toList();
  }

  private static Optional<CodeUnits> body(
      Source source, Map<PageCodeUnits.Place, CodeUnits> bodies) {
    if (!source.hasSegments()) {
      return Optional.of(CodeUnits.of(""));
    }
    return source.revision() == null
        ? Optional.empty()
        : Optional.ofNullable(bodies.get(source.place()));
  }

  /**
   * The exchange.
   *
   * @throws dev.podium.kit.problem.ProblemException with 409 where the body of its page is not
   *     there, and 502, 503 or 504 while the archive cannot be asked
   */
  public Exchange exchange(Exchange exchange, String page, Briefing.Revision revision) {
    Source source = new Source(exchange, page, revision);
    if (source.hasSegments() && revision == null) {
      throw PageCodeUnits.unknown("Nobody knows which page exchange " + exchange.id() + " is from");
    }
    CodeUnits body = source.hasSegments() ? body(source.place()) : CodeUnits.of("");
    return Utf16Exchanges.of(exchange, body);
  }

  private CodeUnits body(PageCodeUnits.Place place) {
    return Objects.requireNonNull(pages.of(List.of(place)).get(place));
  }

  /** What of a briefing has offsets. */
  public record Content(List<Leftover> leftovers, List<Exchange> exchanges) {}

  /**
   * What of a briefing has offsets.
   *
   * @throws dev.podium.kit.problem.ProblemException as {@link #exchange} does
   */
  public Content briefing(Briefing briefing) {
    boolean isInPage =
        !briefing.leftovers().isEmpty()
            || briefing.exchanges().stream()
                .map(one -> new Source(one, briefing.id(), briefing.revision()))
                .anyMatch(Source::hasSegments);
    PageCodeUnits.Place place =
        new PageCodeUnits.Place(briefing.id(), briefing.revision().number());
    CodeUnits body = isInPage ? body(place) : CodeUnits.of("");
    return new Content(
        Utf16Exchanges.leftovers(briefing.leftovers(), body),
        briefing.exchanges().stream().map(e -> Utf16Exchanges.of(e, body)).toList());
  }

  /** Which words differ between two exchanges; either may be null. */
  public static List<TextDiff> diff(List<TextDiff> diff, Exchange before, Exchange after) {
    return diff.stream()
        .map(
            one ->
                new TextDiff(
                    one.path(),
                    segments(one.removed(), text(before, one.path())),
                    segments(one.added(), text(after, one.path()))))
        .toList();
  }

  private static String text(Exchange exchange, String path) {
    if (exchange == null) {
      return null;
    }
    return switch (path) {
      case "question.text" -> exchange.question() == null ? null : exchange.question().text();
      case "answer.text" -> exchange.answer() == null ? null : exchange.answer().text();
      default -> throw new IllegalStateException("there is no text " + path);
    };
  }

  private static List<Segment> segments(List<Segment> segments, String text) {
    return segments.isEmpty() ? segments : CodeUnits.of(text).segments(segments);
  }

  /** Stretches of a text; none of a text that is not there. */
  public static List<Span> spans(List<Span> spans, String text) {
    if (spans.isEmpty()) {
      return spans;
    }
    CodeUnits units = CodeUnits.of(text);
    return spans.stream().map(s -> new Span(units.at(s.start()), units.at(s.end()))).toList();
  }
}
