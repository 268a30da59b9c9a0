package dev.podium.gateway.change;

import dev.podium.contracts.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * A member of a consumer group, for one thread. What was polled is done, or comes again; a group
 * that is new begins at the end of the topic.
 */
public final class ChangeGroup implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<TopicPartition, Long> begins = new HashMap<>();

  private ChangeGroup(KafkaConsumer<String, byte[]> consumer) {
    this.consumer = consumer;
    consumer.subscribe(List.of(Topics.CHANGES), new Beginnings(consumer));
  }

  /** Makes members. */
  @ApplicationScoped
  public static class Factory {

    private final ChangeConsumers consumers;

    Factory(ChangeConsumers consumers) {
      this.consumers = consumers;
    }

    /** A member of a group. */
    public ChangeGroup join(String group) {
      return new ChangeGroup(consumers.member(group));
    }
  }

  /** The next changes; there may be none. */
  public List<ChangeRecord> poll() {
    ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
    begins.clear();
    List<ChangeRecord> changes = new ArrayList<>();
    for (TopicPartition partition : polled.partitions()) {
      List<ConsumerRecord<String, byte[]>> records = polled.records(partition);
      begins.put(partition, records.getFirst().offset());
      records.forEach(one -> ChangeConsumers.read(one).ifPresent(changes::add));
    }
    return changes;
  }

  /** What was polled last need not come again. */
  public void done() {
    if (!begins.isEmpty()) {
      consumer.commitSync();
    }
  }

  /** What was polled last comes again. */
  public void again() {
    begins.forEach(
        (partition, offset) -> {
          if (consumer.assignment().contains(partition)) {
            consumer.seek(partition, offset);
          }
        });
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Commits where a partition begins that nobody has read yet, so that it is begun once. */
  private record Beginnings(KafkaConsumer<String, byte[]> consumer)
      implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      Map<TopicPartition, OffsetAndMetadata> known =
          consumer.committed(java.util.Set.copyOf(partitions));
      Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
      for (TopicPartition partition : partitions) {
        if (known.get(partition) == null) {
          first.put(partition, new OffsetAndMetadata(consumer.position(partition)));
        }
      }
      if (!first.isEmpty()) {
        consumer.commitSync(first);
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      // What was polled is done or comes again before the next poll.
    }
  }
}
