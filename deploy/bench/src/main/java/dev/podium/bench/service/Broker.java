package dev.podium.bench.service;

import dev.podium.bench.topic.TopicEnds;
import dev.podium.contracts.topic.Topics;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
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
    return TopicEnds.ends(admin, Topics.BRIEFINGS);
  }

  /** How many briefings have arrived, ever. */
  long arrived() {
    return briefings().values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many pages the service has committed, since its group stood at the beginning. */
  long committed() {
    var offsets =
        TopicEnds.result(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata());
    return offsets.values().stream().mapToLong(OffsetAndMetadata::offset).sum();
  }

  /** Puts the group to the beginning of the pages again; the service must be down. */
  void rewind() {
    var beginning = TopicEnds.partitions(Topics.PAGES, new OffsetAndMetadata(0));
    TopicEnds.result(admin.alterConsumerGroupOffsets(GROUP, beginning).all());
  }

  @Override
  public void close() {
    admin.close();
  }
}
