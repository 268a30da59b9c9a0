package dev.podium.gateway.document;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.gateway.document.BriefingPage.Turn;
import dev.podium.gateway.http.XmlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The body of a debate: a section for each exchange, in which a statement is a speech, and a
 * question and its answers are what they are called.
 */
final class AknDebate {

  private static final String DEBATE_SECTION = "debateSection";

  private final BriefingPage page;
  private final Map<Turn, List<Speech>> speeches = new LinkedHashMap<>();

  /**
   * What one person says.
   *
   * @param element of the standard
   * @param from as the page prints it; empty where it prints nothing
   */
  private record Speech(
      String element,
      AknReferences.Reference by,
      String role,
      String from,
      List<String> paragraphs) {}

  /** Whoever speaks in it is in the references afterwards. */
  AknDebate(BriefingPage page, AknReferences references) {
    this.page = page;
    page.turns().forEach(turn -> speeches.put(turn, speeches(turn.exchange(), references)));
  }

  private List<Speech> speeches(Exchange exchange, AknReferences references) {
    List<Speech> said = new ArrayList<>();
    if (exchange.question() != null) {
      Exchange.Question question = exchange.question();
      said.add(
          new Speech(
              "question",
              references.asker(question.asker()),
              AknReferences.JOURNALIST,
              question.asker().label(),
              BriefingPage.paragraphs(question.text())));
    }
    if (exchange.answer() != null) {
      String element = exchange.question() == null ? "speech" : "answer";
      parts(exchange.answer()).forEach(part -> said.add(answer(element, part, references)));
    }
    return said;
  }

  private static List<Exchange.Part> parts(Exchange.Answer answer) {
    return answer.parts().isEmpty()
        ? List.of(new Exchange.Part(null, answer.text(), List.of()))
        : answer.parts();
  }

  private Speech answer(String element, Exchange.Part part, AknReferences references) {
    Exchange.Speaker speaker = part.speaker();
    Briefing briefing = page.briefing();
    return new Speech(
        element,
        references.speaker(speaker, briefing.spokespersons()),
        AknReferences.SPOKESPERSON,
        speaker == null ? null : speaker.label(),
        BriefingPage.paragraphs(part.text()));
  }

  void write(XMLStreamWriter out) throws XMLStreamException {
    out.writeStartElement("debateBody");
    out.writeAttribute("xml:lang", page.briefing().language());
    for (Map.Entry<Turn, List<Speech>> one : speeches.entrySet()) {
      section(out, one.getKey(), one.getValue());
    }
    if (speeches.isEmpty()) {
      out.writeEmptyElement(DEBATE_SECTION);
      out.writeAttribute("name", "empty");
      out.writeAttribute("eId", "dbsect_0");
    }
    out.writeEndElement();
  }

  private static void section(XMLStreamWriter out, Turn turn, List<Speech> said)
      throws XMLStreamException {
    String id = "dbsect_" + turn.exchange().ordinal();
    out.writeStartElement(DEBATE_SECTION);
    out.writeAttribute("name", turn.exchange().kind().code());
    out.writeAttribute("eId", id);
    out.writeAttribute("GUID", turn.exchange().id());
    int number = 0;
    for (Speech speech : said) {
      number++;
      speech(out, speech, id + "__" + speech.element() + '_' + number);
    }
    out.writeEndElement();
  }

  private static void speech(XMLStreamWriter out, Speech speech, String id)
      throws XMLStreamException {
    out.writeStartElement(speech.element());
    out.writeAttribute("eId", id);
    out.writeAttribute("by", '#' + speech.by().id());
    out.writeAttribute("as", '#' + speech.role());
    if (speech.from() != null && !speech.from().isBlank()) {
      text(out, "from", speech.from());
    }
    for (String paragraph : speech.paragraphs()) {
      text(out, "p", paragraph);
    }
    if (speech.paragraphs().isEmpty()) {
      out.writeEmptyElement("p");
    }
    out.writeEndElement();
  }

  private static void text(XMLStreamWriter out, String element, String text)
      throws XMLStreamException {
    out.writeStartElement(element);
    out.writeCharacters(XmlText.legal(text));
    out.writeEndElement();
  }
}
