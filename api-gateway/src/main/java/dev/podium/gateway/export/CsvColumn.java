package dev.podium.gateway.export;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Exchange.Asker;
import dev.podium.contracts.event.EventJson;
import dev.podium.gateway.exchange.BriefingSummary;
import dev.podium.gateway.exchange.ExchangeItem;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column of a table of exchanges.
 *
 * @param title what the header line says
 * @param value what a cell says; null where there is nothing
 */
record CsvColumn(String title, String description, Function<ExchangeItem, Object> value) {

  /** Stands between several values of one cell. */
  static final String BETWEEN = "|";

  /** All of them, in their order: new ones are added at the end. */
  static final List<CsvColumn> ALL =
      List.of(
          new CsvColumn("id", "Id of the exchange", row -> row.view().exchange().id()),
          new CsvColumn(
              "date",
              "Day of the briefing; empty where the page does not tell",
              of(BriefingSummary::date)),
          new CsvColumn("source", "Id of the source", of(BriefingSummary::source)),
          new CsvColumn("organisation", "Id of the publisher", of(BriefingSummary::organisation)),
          new CsvColumn("series", "Id of the series", of(BriefingSummary::series)),
          new CsvColumn(
              "language", "Language of the briefing, BCP 47", of(BriefingSummary::language)),
          new CsvColumn("title", "Title of the briefing", of(BriefingSummary::title)),
          new CsvColumn(
              "ordinal", "Place in the briefing, from 1", row -> row.view().exchange().ordinal()),
          new CsvColumn(
              "kind", "question or statement", row -> row.view().exchange().kind().code()),
          new CsvColumn("asker", "Who asked, as printed", asker(Asker::label)),
          new CsvColumn(
              "askerPerson", "Name of the journalist, where it is known", asker(Asker::person)),
          new CsvColumn(
              "outletIds", "Ids of the news outlets that asked", outlets(Exchange.Outlet::id)),
          new CsvColumn(
              "outlets", "Names of the news outlets that asked", outlets(Exchange.Outlet::name)),
          new CsvColumn(
              "question",
              "What was asked; empty for a statement",
              row ->
                  row.view().exchange().question() == null
                      ? null
                      : row.view().exchange().question().text()),
          new CsvColumn(
              "answered",
              "here, elsewhere or no; empty for a statement",
              row ->
                  row.view().exchange().answered() == null
                      ? null
                      : row.view().exchange().answered().name().toLowerCase(Locale.ROOT)),
          new CsvColumn(
              "speakerIds",
              "Ids of those who answered",
              row -> joined(row.document().speakerIds())),
          new CsvColumn(
              "speakers",
              "Names of those who answered",
              row -> joined(row.document().speakerNames())),
          new CsvColumn(
              "answer",
              "What was answered, or stated",
              row ->
                  row.view().exchange().answer() == null
                      ? null
                      : row.view().exchange().answer().text()),
          new CsvColumn(
              "answeredIn",
              "Id of the exchange whose answer covers the question",
              row -> row.view().exchange().answeredIn()),
          new CsvColumn(
              "followUpTo",
              "Id of the exchange that the question follows up",
              row -> row.view().exchange().followUpTo()),
          new CsvColumn("status", "live, withdrawn or reworded", row -> row.view().status().code()),
          new CsvColumn(
              "replacedBy",
              "Id of the exchange that took its place",
              row -> row.view().replacedBy()),
          new CsvColumn(
              "occasion", "Joins the languages of one briefing", of(BriefingSummary::occasion)),
          new CsvColumn("briefing", "Id of the briefing", of(BriefingSummary::id)),
          new CsvColumn(
              "version",
              "Version of the briefing by which it has the status",
              row -> row.view().version()),
          new CsvColumn("url", "Address of the page", of(BriefingSummary::url)),
          new CsvColumn("link", "Address that was really fetched", of(BriefingSummary::link)),
          new CsvColumn(
              "fetchedAt",
              "When the page was fetched, UTC",
              row -> EventJson.utcMillis(row.view().briefing().fetchedAt())),
          new CsvColumn(
              "sha256",
              "Of the page's bytes as fetched, lower-case hex",
              row -> row.view().revision() == null ? null : row.view().revision().sha256()),
          new CsvColumn(
              "permalink", "Where the exchange answers for ever", row -> row.view().permalink()));

  private static Function<ExchangeItem, Object> of(Function<BriefingSummary, Object> value) {
    return row -> value.apply(row.view().briefing());
  }

  private static Function<ExchangeItem, Object> asker(Function<Asker, Object> value) {
    return row -> {
      Exchange.Question question = row.view().exchange().question();
      return question == null ? null : value.apply(question.asker());
    };
  }

  private static Function<ExchangeItem, Object> outlets(Function<Exchange.Outlet, String> value) {
    return asker(
        asker -> joined(asker.outlets().stream().map(value).filter(Objects::nonNull).toList()));
  }

  private static String joined(List<String> values) {
    return values.stream().collect(Collectors.joining(BETWEEN));
  }

  /** The cell of an exchange; empty where there is nothing. */
  String cell(ExchangeItem row) {
    return Objects.toString(value.apply(row), "");
  }
}
