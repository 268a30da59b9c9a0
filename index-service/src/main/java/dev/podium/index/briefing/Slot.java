package dev.podium.index.briefing;

import dev.podium.kit.record.RecordOutcome;

/** One record of a batch on its way to an outcome. */
final class Slot {

  private final Arrival arrival;
  private final int bytes;
  private RecordOutcome outcome;

  private Slot(Arrival arrival, int bytes, RecordOutcome outcome) {
    this.arrival = arrival;
    this.bytes = bytes;
    this.outcome = outcome;
  }

  /** A revision to index. */
  static Slot of(Arrival arrival, int bytes) {
    return new Slot(arrival, bytes, null);
  }

  /** A record that needs no indexing. */
  static Slot ended(RecordOutcome outcome) {
    return new Slot(null, 0, outcome);
  }

  Arrival arrival() {
    return arrival;
  }

  String briefingId() {
    return arrival.briefing().id();
  }

  int bytes() {
    return bytes;
  }

  boolean open() {
    return outcome == null;
  }

  void end(RecordOutcome how) {
    outcome = how;
  }

  /** Null while open. */
  RecordOutcome outcome() {
    return outcome;
  }
}
