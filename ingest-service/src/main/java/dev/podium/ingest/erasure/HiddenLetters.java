package dev.podium.ingest.erasure;

import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.contracts.topic.Topics;
import dev.podium.kit.record.RecordHeaders;
import dev.podium.kit.record.RecordPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Hides dead letters: a mark in each partition of their topics, which those who show them know. */
@ApplicationScoped
class HiddenLetters {

  private static final List<String> TOPICS =
      List.of(Topics.PAGES_DEAD_LETTERS, Topics.BRIEFINGS_DEAD_LETTERS);

  private final BriefingsTopic topics;
  private final RecordPublisher publisher;
  private final Clock clock;

  HiddenLetters(BriefingsTopic topics, RecordPublisher publisher, Clock clock) {
    this.topics = topics;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * Hides all letters of a page, and waits until Kafka has the marks.
   *
   * @throws dev.podium.kit.record.PublishingException if it does not take them
   */
  void hide(String page) {
    List<ProducerRecord<String, byte[]>> marks = new ArrayList<>();
    for (String topic : TOPICS) {
      for (int partition = 0; partition < topics.partitions(topic); partition++) {
        marks.add(mark(topic, partition, page));
      }
    }
    publisher.publishAll(marks);
  }

  private ProducerRecord<String, byte[]> mark(String topic, int partition, String page) {
    ProducerRecord<String, byte[]> mark = new ProducerRecord<>(topic, partition, page, null);
    RecordHeaders.put(mark.headers(), DeadLetterHeaders.SERVICE, "ingest");
    RecordHeaders.put(mark.headers(), DeadLetterHeaders.ERASED, page);
    RecordHeaders.put(mark.headers(), DeadLetterHeaders.AT, EventJson.utcMillis(clock.instant()));
    return mark;
  }
}
