package dev.podium.parse.transcript;

import dev.podium.parse.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;

/** Puts turns together to exchanges, and sets aside what belongs to none. */
final class DraftReader {

  private final Dialect dialect;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Aside> asides = new ArrayList<>();
  private Draft open;
  private boolean headed;

  private DraftReader(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The exchanges, and the pieces that belong to none. */
  record Drafts(List<Draft> exchanges, List<Aside> asides) {}

  static Drafts read(Dialect dialect, List<Turn> turns) {
    DraftReader reader = new DraftReader(dialect);
    reader.headed = dialect.turns().headed() && turns.stream().anyMatch(DraftReader::isLabelled);
    turns.forEach(reader::add);
    reader.drafts.removeIf(draft -> !draft.isQuestion() && isSilent(draft));
    return new Drafts(reader.drafts, reader.asides);
  }

  private static boolean isSilent(Draft draft) {
    return draft.answers().stream().allMatch(turn -> turn.pieces().isEmpty());
  }

  private void add(Turn turn) {
    switch (turn.kind()) {
      case QUESTION -> addQuestion(turn);
      case ANSWER -> open().answer(turn);
      case OPENING -> addOpening(turn);
      case AFTER -> addAfter(turn);
      case DIVIDER -> {
        setAside(turn, "divider");
        open = null;
      }
    }
  }

  /** A marker with nothing behind it asks nothing. */
  private void addQuestion(Turn turn) {
    if (!turn.pieces().isEmpty()) {
      open = Draft.question(turn);
      drafts.add(open);
    }
  }

  private static boolean isLabelled(Turn turn) {
    return turn.isAnswer() || turn.isQuestion();
  }

  private void addOpening(Turn turn) {
    if (headed) {
      setAside(turn, "heading");
    } else {
      open().answer(turn);
    }
  }

  private Draft open() {
    if (open == null) {
      open = Draft.statement();
      drafts.add(open);
    }
    return open;
  }

  private void addAfter(Turn turn) {
    if (turn.pieces().stream().anyMatch(this::isNotice)) {
      setAside(turn, "notice");
    } else {
      open().answer(turn);
    }
  }

  private boolean isNotice(Piece piece) {
    return dialect.notices().areIn(piece.text());
  }

  private void setAside(Turn turn, String reason) {
    turn.pieces().forEach(piece -> asides.add(new Aside(piece.block(), reason)));
  }
}
