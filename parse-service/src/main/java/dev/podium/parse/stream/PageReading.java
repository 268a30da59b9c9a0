package dev.podium.parse.stream;

import org.apache.kafka.clients.producer.ProducerRecord;

/** What came of reading a page's record. */
sealed interface PageReading {

  /** A briefing to publish. */
  record Read(ProducerRecord<String, byte[]> outgoing) implements PageReading {}

  /** Nothing to publish, and nothing wrong. */
  record Ignored() implements PageReading {}

  /** It can never be read. */
  record Unreadable(String code, String text) implements PageReading {}
}
