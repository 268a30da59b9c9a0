package dev.podium.ingest;

import dev.podium.local.server.LocalServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads and writes topics beside the service. */
public final class Topic {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Waits until a topic holds so many records that match, and gives those that it holds. */
  public static List<ConsumerRecord<String, byte[]>> await(
      String topic, int count, Predicate<ConsumerRecord<String, byte[]>> matches) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (found.size() < count && System.nanoTime() < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                read -> {
                  if (matches.test(read)) {
                    found.add(read);
                  }
                });
      }
      return found;
    }
  }

  /** Writes records and waits until Kafka has them. */
  public static void write(List<ProducerRecord<String, byte[]>> records) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", LocalServers.kafka().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", LocalServers.kafka().bootstrapServers()),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  /** Each record that says something else than the one of its key before it. */
  public static List<ConsumerRecord<String, byte[]>> withoutRepeats(
      List<ConsumerRecord<String, byte[]>> records) {
    Map<String, byte[]> said = new HashMap<>();
    List<ConsumerRecord<String, byte[]>> kept = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> one : records) {
      boolean known = said.containsKey(one.key());
      byte[] before = said.put(one.key(), one.value());
      if (!known || !Arrays.equals(before, one.value())) {
        kept.add(one);
      }
    }
    return kept;
  }

  private Topic() {}
}
