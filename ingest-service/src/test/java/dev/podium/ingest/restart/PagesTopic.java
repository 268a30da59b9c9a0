package dev.podium.ingest.restart;

import dev.podium.contracts.topic.Topics;
import dev.podium.local.server.KafkaServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All records of the pages' topic, from the first on. */
final class PagesTopic implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final KafkaConsumer<String, byte[]> consumer;

  PagesTopic(KafkaServer kafka) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.address()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.PAGES).stream()
            .map(one -> new TopicPartition(one.topic(), one.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Some that were not read yet; none where there are none for a moment. */
  ConsumerRecords<String, byte[]> read() {
    return consumer.poll(PAUSE);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
