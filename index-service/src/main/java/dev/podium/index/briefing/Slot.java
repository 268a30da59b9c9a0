package dev.podium.index.briefing;

import dev.podium.kit.record.RecordOutcome;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One record of a batch on its way to an outcome. */
final class Slot {

  private final ConsumerRecord<String, byte[]> consumed;
  private Arrival arrival;
  private RecordOutcome outcome;

  Slot(ConsumerRecord<String, byte[]> consumed) {
    this.consumed = consumed;
  }

  ConsumerRecord<String, byte[]> consumed() {
    return consumed;
  }

  /** By the key, to which the value is held when it is read; empty where there is none. */
  String briefingId() {
    String key = consumed.key() == null ? "" : consumed.key();
    int slash = key.indexOf('/');
    return slash < 0 ? key : key.substring(0, slash);
  }

  int bytes() {
    return consumed.value() == null ? 0 : consumed.value().length;
  }

  /** It is read, and there is something to index. */
  void opened(Arrival read) {
    arrival = read;
  }

  /** Null until it is read, and with an outcome: not all of a batch is in memory as objects. */
  Arrival arrival() {
    return arrival;
  }

  boolean open() {
    return outcome == null;
  }

  void end(RecordOutcome how) {
    outcome = how;
    arrival = null;
  }

  /** Null while open. */
  RecordOutcome outcome() {
    return outcome;
  }
}
