package dev.podium.kit.record;

import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.kit.log.LogKeys;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Writes dead letters: the whole source record, and headers that say what was wrong. */
@ApplicationScoped
public class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final RecordPublisher publisher;
  private final MeterRegistry registry;

  public DeadLetters(RecordPublisher publisher, MeterRegistry registry) {
    this.publisher = publisher;
    this.registry = registry;
  }

  /**
   * Writes a dead letter to {@code <topic>.<service>.dlq} and waits for the acknowledgement.
   *
   * @throws PublishingException if Kafka does not acknowledge it
   */
  public void send(
      String service, ConsumerRecord<String, byte[]> consumed, RecordOutcome.Rejected rejected) {
    RecordMetadata place = publisher.publishNow(deadLetter(service, consumed, rejected));
    registry.counter("podium.dead.letters", "code", rejected.code()).increment();
    MDC.put(LogKeys.TOPIC, consumed.topic());
    MDC.put(LogKeys.PARTITION, consumed.partition());
    MDC.put(LogKeys.OFFSET, consumed.offset());
    LOG.errorf(
        "dead letter %s: %s: %s",
        new DeadLetterId(service, place.partition(), place.offset()),
        rejected.code(),
        rejected.text());
    MDC.clear();
  }

  private static ProducerRecord<String, byte[]> deadLetter(
      String service, ConsumerRecord<String, byte[]> consumed, RecordOutcome.Rejected rejected) {
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(
            DeadLetterId.topic(consumed.topic(), service),
            null,
            consumed.key(),
            consumed.value(),
            consumed.headers());
    Headers headers = letter.headers();
    RecordHeaders.put(headers, DeadLetterHeaders.SERVICE, service);
    RecordHeaders.put(headers, DeadLetterHeaders.CODE, rejected.code());
    RecordHeaders.put(headers, DeadLetterHeaders.TEXT, rejected.text());
    RecordHeaders.put(headers, DeadLetterHeaders.TOPIC, consumed.topic());
    RecordHeaders.put(headers, DeadLetterHeaders.PARTITION, Integer.toString(consumed.partition()));
    RecordHeaders.put(headers, DeadLetterHeaders.OFFSET, Long.toString(consumed.offset()));
    RecordHeaders.put(headers, DeadLetterHeaders.TIMESTAMP, Long.toString(consumed.timestamp()));
    RecordHeaders.put(headers, DeadLetterHeaders.AT, EventJson.utcMillis(Instant.now()));
    if (!rejected.exchanges().isEmpty()) {
      RecordHeaders.put(
          headers, DeadLetterHeaders.EXCHANGES, String.join(",", rejected.exchanges()));
    }
    return letter;
  }
}
