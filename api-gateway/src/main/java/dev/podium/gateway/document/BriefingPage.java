package dev.podium.gateway.document;

import com.ibm.icu.util.ULocale;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.EventJson;
import dev.podium.gateway.briefing.BriefingDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A briefing as it is shown to people. It is public for the sake of templates.
 *
 * @param document as the index holds it
 * @param address where the briefing answers for ever
 * @param permalink makes an exchange's permalink of its id
 */
public record BriefingPage(
    BriefingDocument document, String address, UnaryOperator<String> permalink) {

  public Briefing briefing() {
    return document.briefing();
  }

  public boolean isGone() {
    return document.state() == Briefing.State.GONE;
  }

  /** The title, or the address where the page has none. */
  public String title() {
    String title = briefing().title();
    return title == null || title.isBlank() ? briefing().url() : title.strip();
  }

  /** {@code rtl} or {@code ltr}, as HTML has it. */
  public String direction() {
    return ULocale.forLanguageTag(briefing().language()).isRightToLeft() ? "rtl" : "ltr";
  }

  public String fetchedAt() {
    return EventJson.utcMillis(briefing().revision().fetchedAt());
  }

  /** Names and roles of those who hold it. */
  public List<String> spokespersons() {
    return briefing().spokespersons().stream()
        .map(one -> one.role() == null ? one.name() : one.name() + ", " + one.role())
        .toList();
  }

  /** In reading order. */
  public List<Turn> turns() {
    return briefing().exchanges().stream()
        .sorted(Comparator.comparingInt(Exchange::ordinal))
        .map(exchange -> new Turn(exchange, permalink.apply(exchange.id())))
        .toList();
  }

  /** An exchange. */
  public record Turn(Exchange exchange, String permalink) {

    public boolean isQuestion() {
      return exchange.question() != null;
    }

    /** What stands above it. */
    public String heading() {
      String kind = isQuestion() ? "Question" : "Statement";
      String asker = isQuestion() ? asker() : "";
      return kind + ' ' + exchange.ordinal() + (asker.isEmpty() ? "" : " · " + asker);
    }

    /** Who asked, as printed, or by name; empty where nobody knows. */
    public String asker() {
      Exchange.Asker asker = exchange.question().asker();
      if (asker.label() != null) {
        return asker.label();
      }
      String outlets =
          asker.outlets().stream()
              .map(Exchange.Outlet::name)
              .filter(Objects::nonNull)
              .collect(Collectors.joining(", "));
      return asker.person() != null ? asker.person() : outlets;
    }

    public List<String> questionParagraphs() {
      return paragraphs(exchange.question().text());
    }

    /** What was said, by whom; empty where there is no answer. */
    public List<Said> answer() {
      return exchange.answer() == null ? List.of() : said(exchange.answer());
    }

    private static List<Said> said(Exchange.Answer answer) {
      return answer.parts().isEmpty()
          ? List.of(new Said("", paragraphs(answer.text())))
          : answer.parts().stream()
              .map(part -> new Said(speaker(part.speaker()), paragraphs(part.text())))
              .toList();
    }

    /** The exchange whose answer covers this question; null where there is none. */
    public String answeredIn() {
      return exchange.answeredIn();
    }

    public boolean isUnanswered() {
      return exchange.answered() == Exchange.Answered.NO;
    }

    private static String speaker(Exchange.Speaker speaker) {
      if (speaker == null) {
        return "";
      }
      return Objects.requireNonNullElse(
          speaker.name() == null ? speaker.label() : speaker.name(), "");
    }
  }

  /**
   * What one speaker said.
   *
   * @param speaker empty where nobody knows
   */
  public record Said(String speaker, List<String> paragraphs) {}

  /** The paragraphs of a text, none of them blank. */
  static List<String> paragraphs(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
