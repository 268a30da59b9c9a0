package dev.podium.kit.record;

import java.util.List;

/** What became of one record. */
public sealed interface RecordOutcome {

  /** Its effect is there, and acknowledged by whom it concerns. */
  record Done() implements RecordOutcome {}

  /**
   * It can never be processed: it becomes a dead letter, and the next record flows on.
   *
   * @param code stable, lower case with hyphens
   * @param text what is wrong and where, for an operator
   * @param exchanges ids of the exchanges that failed where the others did not; empty where all did
   */
  record Rejected(String code, String text, List<String> exchanges) implements RecordOutcome {
    public Rejected {
      exchanges = List.copyOf(exchanges);
    }

    public Rejected(String code, String text) {
      this(code, text, List.of());
    }
  }

  /**
   * It cannot be processed now, and that is not its fault: it is tried again until it can.
   *
   * @param reason what is in the way, for an operator
   */
  record FailedForNow(String reason) implements RecordOutcome {}

  RecordOutcome DONE = new Done();
}
