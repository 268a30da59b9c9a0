package dev.podium.kit.deadletter;

import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.kit.record.RecordHeaders;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;

/** Makes of a dead letter the record that it was. */
final class SourceRecords {

  /** Of the headers that a dead letter has beside those of its source. */
  static final String PREFIX = "dlq_";

  private static final int UNKNOWN = -1;

  static ConsumerRecord<String, byte[]> of(ConsumerRecord<String, byte[]> letter) {
    Map<String, String> facts = RecordHeaders.read(letter.headers());
    var headers = new org.apache.kafka.common.header.internals.RecordHeaders();
    for (Header header : letter.headers()) {
      if (!header.key().startsWith(PREFIX)) {
        headers.add(header);
      }
    }
    return new ConsumerRecord<>(
        facts.getOrDefault(DeadLetterHeaders.TOPIC, letter.topic()),
        (int) number(facts, DeadLetterHeaders.PARTITION, 0),
        number(facts, DeadLetterHeaders.OFFSET, 0),
        number(facts, DeadLetterHeaders.TIMESTAMP, letter.timestamp()),
        TimestampType.CREATE_TIME,
        size(letter.key() == null ? null : letter.key().length()),
        size(letter.value() == null ? null : letter.value().length),
        letter.key(),
        letter.value(),
        headers,
        Optional.empty());
  }

  private static int size(Integer length) {
    return length == null ? UNKNOWN : length;
  }

  private static long number(Map<String, String> facts, String name, long otherwise) {
    try {
      return facts.containsKey(name) ? Long.parseLong(facts.get(name)) : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private SourceRecords() {}
}
