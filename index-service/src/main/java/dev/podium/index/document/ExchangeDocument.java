package dev.podium.index.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A document of the index of exchanges: what is searched.
 *
 * @param version of the revision that this document states: the briefing's newest for a live
 *     exchange, otherwise the one that has it no more
 * @param briefing of the revision that the text is from
 * @param asker the label as printed
 * @param outlets registry ids
 * @param speakers registry ids of those who answered
 * @param speakerNames their names, and the labels of those whom no registry knows; empty only where
 *     the answer does not tell who gives it
 * @param spokespersons registry ids of those who held the briefing
 * @param question by language
 * @param answer by language
 * @param exchange as the contract has it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExchangeDocument(
    String id,
    long version,
    Status status,
    String replacedBy,
    int ordinal,
    Exchange.Kind kind,
    Exchange.Answered answered,
    boolean followUp,
    Origin briefing,
    String asker,
    String person,
    List<String> outlets,
    List<String> outletNames,
    List<String> speakers,
    List<String> speakerNames,
    List<String> spokespersons,
    List<String> spokespersonNames,
    Map<String, String> question,
    Map<String, String> answer,
    Exchange exchange) {

  /**
   * The revision that the text is from.
   *
   * @param state of the page now
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Origin(
      String id,
      long version,
      String url,
      String link,
      String source,
      String organisation,
      String series,
      String occasion,
      String language,
      String title,
      LocalDate date,
      @UtcMillis Instant fetchedAt,
      Briefing.State state) {

    static Origin of(Briefing briefing, Briefing.State state) {
      return new Origin(
          briefing.id(),
          briefing.version(),
          briefing.url(),
          briefing.revision().link(),
          briefing.source(),
          briefing.organisation(),
          briefing.series(),
          briefing.occasion(),
          briefing.language(),
          briefing.title(),
          briefing.date(),
          briefing.revision().fetchedAt(),
          state);
    }
  }

  /**
   * The document of an exchange.
   *
   * @param newest revision of the page
   * @param briefing the revision that the exchange is from
   */
  public static ExchangeDocument of(
      ExchangeEntry entry, Exchange exchange, Briefing briefing, BriefingDocument.Revision newest) {
    Exchange.Question question = exchange.question();
    return new ExchangeDocument(
        exchange.id(),
        entry.live() ? newest.version() : entry.until(),
        entry.status(),
        entry.replacedBy(),
        exchange.ordinal(),
        exchange.kind(),
        exchange.answered(),
        exchange.followUpTo() != null,
        Origin.of(briefing, newest.state()),
        question == null ? null : question.asker().label(),
        question == null ? null : question.asker().person(),
        distinct(outlets(question), Exchange.Outlet::id),
        distinct(outlets(question), Exchange.Outlet::name),
        distinct(speakers(exchange), Exchange.Speaker::id),
        distinct(speakers(exchange), ExchangeDocument::name),
        BriefingDocument.ids(briefing),
        BriefingDocument.names(briefing),
        Texts.of(briefing.language(), question == null ? null : question.text()),
        Texts.of(briefing.language(), exchange.answer() == null ? null : exchange.answer().text()),
        exchange);
  }

  private static Stream<Exchange.Outlet> outlets(Exchange.Question question) {
    return question == null ? Stream.of() : question.asker().outlets().stream();
  }

  private static Stream<Exchange.Speaker> speakers(Exchange exchange) {
    return exchange.answer() == null
        ? Stream.of()
        : exchange.answer().parts().stream().map(Exchange.Part::speaker).filter(Objects::nonNull);
  }

  /**
   * Somebody whom no registry knows has the name of his label: the answer names him all the same.
   */
  private static String name(Exchange.Speaker speaker) {
    return speaker.name() == null ? speaker.label() : speaker.name();
  }

  private static <T> List<String> distinct(Stream<T> from, Function<T, String> property) {
    return from.map(property).filter(Objects::nonNull).distinct().toList();
  }
}
