package dev.podium.gateway.citation;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.gateway.exchange.BriefingSummary;
import dev.podium.gateway.exchange.ExchangeDocument;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a citation of an exchange tells.
 *
 * @param permalink where the exchange answers for ever
 */
record Citation(ExchangeDocument document, String permalink) {

  private BriefingSummary briefing() {
    return document.briefing();
  }

  String id() {
    return document.exchange().id();
  }

  /** Who answers, or the publisher where nobody is known to. */
  List<String> authors() {
    List<String> speakers = document.speakerNames();
    return speakers.isEmpty() ? List.of(publisher()) : speakers;
  }

  String publisher() {
    return briefing().organisation();
  }

  /** Of the briefing, or the address of a page without one. */
  String title() {
    String title = briefing().title();
    return title == null || title.isBlank() ? briefing().url() : title.strip();
  }

  /** The day of the briefing, or null. */
  LocalDate day() {
    return briefing().date();
  }

  /** The day on which the page was fetched, in UTC. */
  LocalDate accessed() {
    return briefing().fetchedAt().atZone(ZoneOffset.UTC).toLocalDate();
  }

  String url() {
    return briefing().url();
  }

  String language() {
    return briefing().language();
  }

  /** Who asked; empty for a statement and where the page does not tell. */
  String asker() {
    Exchange.Question question = document.exchange().question();
    if (question == null) {
      return "";
    }
    String outlets =
        question.asker().outlets().stream()
            .map(Exchange.Outlet::name)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return Objects.requireNonNullElse(question.asker().label(), outlets);
  }

  /** Which part of the briefing it is, and where its revision stays. */
  String note() {
    Exchange exchange = document.exchange();
    String asked = asker().isBlank() ? "" : " by " + asker();
    String kind = exchange.question() == null ? "Statement " : "Question ";
    return "%s%d%s; revision %d; %s"
        .formatted(kind, exchange.ordinal(), asked, briefing().version(), permalink);
  }
}
