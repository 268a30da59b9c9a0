package dev.podium.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.BriefingKey;
import dev.podium.contracts.topic.Limits;
import dev.podium.contracts.topic.Topics;
import dev.podium.kit.record.BriefingPartitioner;
import dev.podium.kit.record.RecordHeaders;
import dev.podium.local.server.LocalServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
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

  private static final String GROUP = "index-1";

  /** All that a topic holds now. */
  public static List<ConsumerRecord<String, byte[]>> read(String topic) {
    return readFrom(LocalServers.kafka().bootstrapServers(), topic);
  }

  /** All that a topic of some other Kafka holds now. */
  public static List<ConsumerRecord<String, byte[]>> readFrom(String kafka, String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
      return found;
    }
  }

  /** Records with a key. */
  public static List<ConsumerRecord<String, byte[]>> read(String topic, String key) {
    return read(topic).stream().filter(r -> key.equals(r.key())).toList();
  }

  /** Waits until the service has committed all briefings that there are. */
  public static void awaitConsumed() {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", LocalServers.kafka().bootstrapServers()))) {
      Eventually.holds(() -> assertThat(lag(admin)).isZero());
    }
  }

  private static long lag(Admin admin) {
    try {
      var committed = admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
      int partitions =
          admin
              .describeTopics(List.of(Topics.BRIEFINGS))
              .topicNameValues()
              .get(Topics.BRIEFINGS)
              .get()
              .partitions()
              .size();
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      for (int i = 0; i < partitions; i++) {
        latest.put(new TopicPartition(Topics.BRIEFINGS, i), OffsetSpec.latest());
      }
      long lag = 0;
      for (var end : admin.listOffsets(latest).all().get().entrySet()) {
        OffsetAndMetadata done = committed.get(end.getKey());
        lag += end.getValue().offset() - (done == null ? 0 : done.offset());
      }
      return lag;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Publishes briefings as parse-service does, and waits until Kafka has them. */
  public static void publish(List<Briefing> briefings) {
    write(briefings.stream().map(Topic::toRecord).toList());
  }

  /** The record of a briefing. */
  public static ProducerRecord<String, byte[]> toRecord(Briefing briefing) {
    String key = new BriefingKey(briefing.id(), briefing.version()).toString();
    Map<String, String> headers =
        new CloudEvent(
                CloudEvent.BRIEFING_TYPE,
                CloudEvent.sourceOf(briefing.source()),
                briefing.id(),
                key,
                briefing.revision().fetchedAt(),
                "application/json")
            .toHeaders();
    headers.put(CloudEvent.VERSION, Long.toString(briefing.version()));
    return RecordHeaders.producerRecord(Topics.BRIEFINGS, key, EventJson.write(briefing), headers);
  }

  /** The record of a briefing as a consumer gets it, from the first partition. */
  public static ConsumerRecord<String, byte[]> consumed(Briefing briefing, long offset) {
    ProducerRecord<String, byte[]> sent = toRecord(briefing);
    ConsumerRecord<String, byte[]> consumed =
        new ConsumerRecord<>(sent.topic(), 0, offset, sent.key(), sent.value());
    sent.headers().forEach(consumed.headers()::add);
    return consumed;
  }

  /** Writes records and waits until Kafka has them. */
  public static void write(List<ProducerRecord<String, byte[]>> records) {
    writeTo(LocalServers.kafka().bootstrapServers(), records);
  }

  /** Writes records to some other Kafka and waits until it has them. */
  public static void writeTo(String kafka, List<ProducerRecord<String, byte[]>> records) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                kafka,
                "partitioner.class",
                BriefingPartitioner.class.getName(),
                "max.request.size",
                Limits.RECORD_BYTES),
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

  private Topic() {}
}
