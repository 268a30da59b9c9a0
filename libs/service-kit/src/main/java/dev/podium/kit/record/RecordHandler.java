package dev.podium.kit.record;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a service does with its records. */
public interface RecordHandler {

  /**
   * Processes records, in the order of each key.
   *
   * <p>When a record fails for now, the later records of the same key in the list must fail for now
   * too where their order matters: what fails is handed in again, in the same order, without what
   * is done.
   *
   * @param records of one batch, or what is left of it; not empty
   * @return an outcome for each, in the same order
   */
  List<RecordOutcome> handle(List<ConsumerRecord<String, byte[]>> records);
}
