package dev.podium.index.follow;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.jboss.logging.Logger;

/**
 * The partitions of a consumer while it works on a batch: they wait, also those that come
 * meanwhile, and those that go are given away after the batch, if it ends in time.
 */
final class Assignment implements ConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(Assignment.class);

  /** Much less than the members of a group wait for each other. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private Set<TopicPartition> inHand = Set.of();
  private CompletableFuture<Void> batch;

  Assignment(KafkaConsumer<String, byte[]> consumer) {
    this.consumer = consumer;
  }

  /** Nothing more is fetched until {@link #end}. */
  void begin(ConsumerRecords<String, byte[]> records, CompletableFuture<Void> done) {
    inHand = records.partitions();
    batch = done;
    consumer.pause(consumer.assignment());
  }

  /** The batch is through. */
  void end() {
    batch = null;
    inHand = Set.of();
    consumer.resume(consumer.paused());
  }

  /** Commits what has been read, where that is more than before; nothing may be in hand. */
  void commit() {
    commit(consumer.assignment());
  }

  private void commit(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (TopicPartition partition : partitions) {
      long position = consumer.position(partition);
      if (committed.getOrDefault(partition, 0L) < position) {
        offsets.put(partition, new OffsetAndMetadata(position));
      }
    }
    if (offsets.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets);
      offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
    } catch (RebalanceInProgressException | CommitFailedException e) {
      // It is committed after the next poll, by this member or the next one.
      LOG.debugf("offsets are not committed while the group changes: %s", e.getMessage());
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    partitions.forEach(committed::remove);
    if (batch != null) {
      consumer.pause(partitions);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    if (batch == null || isThrough()) {
      commit(partitions);
    } else {
      commit(partitions.stream().filter(partition -> !inHand.contains(partition)).toList());
    }
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    // Another member has them already, and begins where this one has committed.
  }

  private boolean isThrough() {
    try {
      batch.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }
}
