package dev.podium.parse.transcript;

import dev.podium.contracts.briefing.Exchange;
import java.util.ArrayList;
import java.util.List;

/** An exchange in the making: a question's turn, and the turns that answer it. */
final class Draft {

  private final Exchange.Kind kind;
  private final Turn question;
  private final List<Turn> answers = new ArrayList<>();

  private Draft(Exchange.Kind kind, Turn question) {
    this.kind = kind;
    this.question = question;
  }

  static Draft question(Turn turn) {
    return new Draft(Exchange.Kind.QUESTION, turn);
  }

  static Draft statement() {
    return new Draft(Exchange.Kind.STATEMENT, null);
  }

  Exchange.Kind kind() {
    return kind;
  }

  boolean isQuestion() {
    return question != null;
  }

  Turn question() {
    return question;
  }

  List<Turn> answers() {
    return answers;
  }

  void answer(Turn turn) {
    answers.add(turn);
  }
}
