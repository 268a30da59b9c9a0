package dev.podium.parse.transcript;

import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts lines together to turns, and finds those turns that nothing marks. */
final class TurnReader {

  private final Dialect.Turns rules;
  private List<Turn> turns = new ArrayList<>();

  private TurnReader(Dialect.Turns rules) {
    this.rules = rules;
  }

  static List<Turn> read(Dialect.Turns rules, List<Block> blocks, List<Lead> leads) {
    TurnReader reader = new TurnReader(rules);
    for (int i = 0; i < blocks.size(); i++) {
      reader.add(blocks.get(i), leads.get(i));
    }
    reader.findAnswers();
    if (rules.relabelled()) {
      reader.findQuestions();
    }
    return reader.turns;
  }

  private void add(Block block, Lead lead) {
    Turn.Kind kind =
        switch (lead.kind()) {
          case QUESTION, RELAYED -> Turn.Kind.QUESTION;
          case ANSWER -> Turn.Kind.ANSWER;
          case DIVIDER -> Turn.Kind.DIVIDER;
          case NONE, LABEL, VOICE -> unlabelled();
        };
    Turn turn = kind == null ? turns.getLast() : begin(new Turn(kind, lead));
    Piece piece = new Piece(block, lead.start());
    if (!piece.isEmpty() || kind == Turn.Kind.DIVIDER) {
      turn.add(piece);
    }
  }

  private Turn begin(Turn turn) {
    turns.add(turn);
    return turn;
  }

  /** What an unlabelled line begins; null if it goes on with the turn before. */
  private Turn.Kind unlabelled() {
    if (turns.isEmpty()) {
      return Turn.Kind.OPENING;
    }
    if (turns.getLast().kind() != Turn.Kind.DIVIDER) {
      return null;
    }
    boolean spoken = turns.stream().anyMatch(turn -> turn.isQuestion() || turn.isAnswer());
    return spoken ? Turn.Kind.AFTER : Turn.Kind.OPENING;
  }

  /** Behind a question that nobody answers, what is set otherwise, or asks no more, answers it. */
  private void findAnswers() {
    boolean bold = questionsAreBold();
    List<Turn> found = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      found.add(turn);
      boolean answered = i + 1 < turns.size() && turns.get(i + 1).kind() == Turn.Kind.ANSWER;
      if (turn.isQuestion() && !answered && (bold || rules.relabelled())) {
        int from = bold ? firstPlain(turn) : afterAsking(turn);
        if (from > 0 && from < turn.pieces().size()) {
          found.add(turn.split(from, Turn.Kind.ANSWER));
        }
      }
    }
    turns = found;
  }

  private boolean questionsAreBold() {
    int questions = 0;
    int bold = 0;
    for (Turn turn : turns) {
      if (turn.isQuestion() && !turn.pieces().isEmpty()) {
        questions++;
        bold += turn.pieces().getFirst().bold() ? 1 : 0;
      }
    }
    return questions > 0 && bold * 5 >= questions * 4;
  }

  private static int firstPlain(Turn turn) {
    for (int i = 0; i < turn.pieces().size(); i++) {
      if (!turn.pieces().get(i).bold()) {
        return i;
      }
    }
    return -1;
  }

  private static int afterAsking(Turn turn) {
    for (int i = turn.pieces().size() - 1; i >= 0; i--) {
      if (turn.pieces().get(i).asks()) {
        return i + 1;
      }
    }
    return -1;
  }

  /** A speaker who is named again was asked in between. */
  private void findQuestions() {
    List<Turn> found = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      found.add(turn);
      Turn next = i + 1 < turns.size() ? turns.get(i + 1) : null;
      if (next != null && next.kind() == Turn.Kind.ANSWER && asksAtItsEnd(turn, next)) {
        int last = turn.pieces().size() - 1;
        if (turn.kind() == Turn.Kind.AFTER && last == 0) {
          found.removeLast();
        }
        found.add(turn.split(last, Turn.Kind.QUESTION));
      }
    }
    turns = found;
  }

  private static boolean asksAtItsEnd(Turn turn, Turn next) {
    int last = turn.pieces().size() - 1;
    return switch (turn.kind()) {
      case ANSWER ->
          last > 0
              && Objects.equals(turn.lead().label(), next.lead().label())
              && turn.pieces().get(last).asks();
      case AFTER -> last >= 0 && turn.pieces().get(last).asks();
      case OPENING, QUESTION, DIVIDER -> false;
    };
  }
}
