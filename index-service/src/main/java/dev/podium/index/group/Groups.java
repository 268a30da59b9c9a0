package dev.podium.index.group;

import dev.podium.contracts.topic.Topics;
import dev.podium.kit.record.BrokerConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What Kafka knows of the consumer groups on the topic of the briefings. */
@ApplicationScoped
public class Groups {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Admin admin;

  Groups(@Identifier("default-kafka-broker") Map<String, Object> broker) {
    admin = Admin.create(BrokerConfig.of(broker, AdminClientConfig.configNames()));
  }

  /**
   * The ids of all groups, also of such that have not committed anything.
   *
   * @throws GroupsException if Kafka does not tell
   */
  public List<String> ids() {
    return await(admin.listGroups(new ListGroupsOptions()).all()).stream()
        .map(GroupListing::groupId)
        .toList();
  }

  /**
   * The group that has read most of the topic; empty if none has read any.
   *
   * @param which ids come into question
   * @throws GroupsException if Kafka does not tell
   */
  public Optional<String> furthest(Predicate<String> which) {
    Map<String, Long> read = new HashMap<>();
    for (String id : ids().stream().filter(which).toList()) {
      read.put(id, committed(id).values().stream().mapToLong(Long::longValue).sum());
    }
    return read.entrySet().stream()
        .filter(group -> group.getValue() > 0)
        .max(Comparator.comparingLong(Map.Entry::getValue))
        .map(Map.Entry::getKey);
  }

  /**
   * How far a group has read.
   *
   * @throws GroupsException if Kafka does not tell
   */
  public Position position(String group) {
    List<TopicPartition> partitions = partitions();
    Map<Integer, Long> read = new HashMap<>(offsets(partitions, OffsetSpec.earliest()));
    committed(group).forEach((partition, offset) -> read.merge(partition, offset, Math::max));
    return new Position(read, offsets(partitions, OffsetSpec.latest()));
  }

  /**
   * The offset that the next record of each partition will have.
   *
   * @throws GroupsException if Kafka does not tell
   */
  public Map<Integer, Long> ends() {
    return offsets(partitions(), OffsetSpec.latest());
  }

  /**
   * Forgets a group that has no members any more.
   *
   * @throws GroupsException if it has, or Kafka does not answer
   */
  public void forget(String group) {
    try {
      await(admin.deleteConsumerGroups(List.of(group)).all());
    } catch (GroupsException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
    }
  }

  private List<TopicPartition> partitions() {
    return await(admin.describeTopics(List.of(Topics.BRIEFINGS)).allTopicNames())
        .get(Topics.BRIEFINGS)
        .partitions()
        .stream()
        .map(info -> new TopicPartition(Topics.BRIEFINGS, info.partition()))
        .toList();
  }

  private Map<Integer, Long> committed(String group) {
    Map<TopicPartition, OffsetAndMetadata> found =
        await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    Map<Integer, Long> committed = new HashMap<>();
    found.forEach(
        (partition, offset) -> {
          if (offset != null && partition.topic().equals(Topics.BRIEFINGS)) {
            committed.put(partition.partition(), offset.offset());
          }
        });
    return committed;
  }

  private Map<Integer, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, which));
    Map<Integer, Long> offsets = new HashMap<>();
    await(admin.listOffsets(asked).all())
        .forEach((partition, found) -> offsets.put(partition.partition(), found.offset()));
    return offsets;
  }

  private static <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new GroupsException("Kafka: " + e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new GroupsException("Kafka does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GroupsException("interrupted", e);
    }
  }

  @PreDestroy
  void close() {
    admin.close();
  }
}
