package dev.podium.gateway.feed;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.gateway.exchange.BriefingSummary;
import dev.podium.gateway.exchange.ExchangeDocument;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a feed reader shows of an exchange. */
final class EntryText {

  private static final int TITLE = 120;

  /** The beginning of what was asked, or of what was stated. */
  static String title(ExchangeDocument document) {
    Exchange exchange = document.exchange();
    String text =
        exchange.question() != null
            ? exchange.question().text()
            : exchange.answer() != null ? exchange.answer().text() : document.briefing().title();
    return text == null || text.isBlank() ? document.briefing().source() : shortened(text.strip());
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= TITLE) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, TITLE)).strip() + '…';
  }

  /** Question and answer as HTML, in which nothing of the page is markup. */
  static String html(ExchangeDocument document) {
    Exchange exchange = document.exchange();
    StringBuilder html = new StringBuilder();
    if (exchange.question() != null) {
      String label = exchange.question().asker().label();
      html.append("<blockquote>").append(paragraphs(exchange.question().text()));
      html.append(label == null ? "" : "<p>— " + escaped(label) + "</p>").append("</blockquote>");
    }
    if (exchange.answer() != null) {
      html.append(paragraphs(exchange.answer().text()));
    }
    return html.append(source(document.briefing())).toString();
  }

  private static String paragraphs(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> "<p>" + escaped(line) + "</p>")
        .collect(Collectors.joining());
  }

  private static String source(BriefingSummary briefing) {
    String name = briefing.title() == null ? briefing.url() : briefing.title();
    String day = briefing.date() == null ? "" : ", " + briefing.date();
    return "<p><a href=\"%s\">%s</a>%s</p>".formatted(escaped(briefing.url()), escaped(name), day);
  }

  /** Question and answer as plain text. */
  static String plain(ExchangeDocument document) {
    Exchange exchange = document.exchange();
    return Stream.of(
            exchange.question() == null ? "" : exchange.question().text(),
            exchange.answer() == null ? "" : exchange.answer().text())
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n\n"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private EntryText() {}
}
