package dev.podium.kit.offset;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Exchange.Answer;
import dev.podium.contracts.briefing.Exchange.Part;
import dev.podium.contracts.briefing.Exchange.Question;
import dev.podium.contracts.briefing.Note;
import java.util.List;

/** Tells in UTF-16 code units what exchanges tell in code points. */
public final class Utf16Exchanges {

  /** The exchange; the page's code units are those of its decoded body. */
  public static Exchange of(Exchange exchange, CodeUnits body) {
    return new Exchange(
        exchange.id(),
        exchange.ordinal(),
        exchange.kind(),
        exchange.answered(),
        question(exchange.question(), body),
        answer(exchange.answer(), body),
        exchange.followUpTo(),
        exchange.answeredIn(),
        exchange.warnings());
  }

  private static Question question(Question question, CodeUnits body) {
    return question == null
        ? null
        : new Question(
            question.text(),
            question.asker(),
            body.segments(question.segments()),
            notes(question.notes(), question.text()));
  }

  private static Answer answer(Answer answer, CodeUnits body) {
    return answer == null
        ? null
        : new Answer(
            answer.text(),
            answer.parts().stream()
                .map(p -> new Part(p.speaker(), p.text(), body.segments(p.segments())))
                .toList(),
            notes(answer.notes(), answer.text()));
  }

  private static List<Note> notes(List<Note> notes, String text) {
    if (notes.isEmpty()) {
      return notes;
    }
    CodeUnits units = CodeUnits.of(text);
    return notes.stream()
        .map(note -> new Note(note.text(), units.at(note.start()), units.at(note.end())))
        .toList();
  }

  /** The leftovers of a page. */
  public static List<Briefing.Leftover> leftovers(
      List<Briefing.Leftover> leftovers, CodeUnits body) {
    return leftovers.stream()
        .map(l -> new Briefing.Leftover(body.at(l.start()), body.at(l.end()), l.reason()))
        .toList();
  }

  private Utf16Exchanges() {}
}
