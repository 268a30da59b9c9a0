package dev.podium.parse.transcript;

import java.util.ArrayList;
import java.util.List;

/** What one voice says without interruption. */
final class Turn {

  enum Kind {
    QUESTION,
    ANSWER,
    /** Unlabelled, before anything else. */
    OPENING,
    /** Unlabelled, after a divider. */
    AFTER,
    DIVIDER
  }

  private final Kind kind;
  private final Lead lead;
  private final List<Piece> pieces = new ArrayList<>();
  private boolean unmarked;

  Turn(Kind kind, Lead lead) {
    this.kind = kind;
    this.lead = lead;
  }

  Kind kind() {
    return kind;
  }

  Lead lead() {
    return lead;
  }

  List<Piece> pieces() {
    return pieces;
  }

  void add(Piece piece) {
    pieces.add(piece);
  }

  boolean isQuestion() {
    return kind == Kind.QUESTION;
  }

  boolean isAnswer() {
    return kind == Kind.ANSWER;
  }

  /** Whether nothing on the page marks its beginning, so that it was found by its surroundings. */
  boolean isUnmarked() {
    return unmarked;
  }

  /** Splits off the pieces from this one on, as an unmarked turn. */
  Turn split(int from, Kind otherKind) {
    Turn other = new Turn(otherKind, Lead.NONE);
    other.unmarked = true;
    List<Piece> tail = pieces.subList(from, pieces.size());
    other.pieces.addAll(tail);
    tail.clear();
    return other;
  }
}
