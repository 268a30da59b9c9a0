package dev.podium.bench.service;

import dev.podium.contracts.topic.Topics;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the service is, as the broker sees it. */
final class Broker implements AutoCloseable {

  /** The service's consumer group, of its application.properties. */
  private static final String GROUP = "parse";

  private final Admin admin;

  Broker(String bootstrapServers) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /** The offsets behind the last briefing of each partition. */
  Map<TopicPartition, Long> briefings() {
    var latest = partitions(Topics.BRIEFINGS, OffsetSpec.latest());
    return result(admin.listOffsets(latest).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  /** How many briefings have arrived, ever. */
  long arrived() {
    return briefings().values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many pages the service has committed, since its group stood at the beginning. */
  long committed() {
    var offsets = result(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata());
    return offsets.values().stream().mapToLong(OffsetAndMetadata::offset).sum();
  }

  /** Puts the group to the beginning of the pages again; the service must be down. */
  void rewind() {
    var beginning = partitions(Topics.PAGES, new OffsetAndMetadata(0));
    result(admin.alterConsumerGroupOffsets(GROUP, beginning).all());
  }

  private static <T> Map<TopicPartition, T> partitions(String topic, T value) {
    return IntStream.range(0, Topics.LOCAL_PARTITIONS)
        .mapToObj(partition -> new TopicPartition(topic, partition))
        .collect(Collectors.toMap(partition -> partition, partition -> value));
  }

  private static <T> T result(KafkaFuture<T> answer) {
    return answer.toCompletionStage().toCompletableFuture().join();
  }

  @Override
  public void close() {
    admin.close();
  }
}
