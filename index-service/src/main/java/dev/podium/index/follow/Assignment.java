package dev.podium.index.follow;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.jboss.logging.Logger;

/**
 * The batches of a consumer that are in hand, and its partitions: these wait while there are enough
 * batches, also those that come meanwhile; those that go are given away after the batches, if they
 * end in time. Batches are committed in their order.
 */
final class Assignment implements ConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(Assignment.class);

  /** One that ends and one that fills the gaps which it leaves. */
  private static final int BATCHES = 2;

  private static final Duration POLL = Duration.ofMillis(250);

  /** Much less than the members of a group wait for each other. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Consumer<String, byte[]> consumer;
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private final Deque<Batch> inHand = new ArrayDeque<>();
  private boolean abandoned;

  private record Batch(Map<TopicPartition, OffsetAndMetadata> next, CompletableFuture<Void> done) {

    boolean isThrough() {
      return done.isDone() && !done.isCompletedExceptionally();
    }

    /** Without partitions that are given away: whoever has them meanwhile commits them. */
    Batch without(Collection<TopicPartition> partitions) {
      Map<TopicPartition, OffsetAndMetadata> kept = new HashMap<>(next);
      kept.keySet().removeAll(partitions);
      return new Batch(kept, done);
    }

    Map<TopicPartition, OffsetAndMetadata> next(Collection<TopicPartition> partitions) {
      Map<TopicPartition, OffsetAndMetadata> kept = new HashMap<>(next);
      kept.keySet().retainAll(partitions);
      return kept;
    }
  }

  Assignment(Consumer<String, byte[]> consumer) {
    this.consumer = consumer;
  }

  /** How long the consumer may look for records; not at all where it takes none. */
  Duration patience() {
    return isFull() ? Duration.ZERO : POLL;
  }

  /** A batch is in hand. */
  void begin(ConsumerRecords<String, byte[]> records, CompletableFuture<Void> done) {
    inHand.add(new Batch(records.nextOffsets(), done));
    if (isFull()) {
      consumer.pause(consumer.assignment());
    }
  }

  /** Commits what is through. Where nothing more can be taken, it waits a while for that. */
  void settle() {
    if (inHand.isEmpty()) {
      // Records that a compacted topic has no more are through as well.
      commit(positions(consumer.assignment()));
      return;
    }
    if (isFull()) {
      await(inHand.getFirst().done(), POLL);
    }
    if (inHand.getFirst().isThrough()) {
      commitThrough();
      consumer.resume(consumer.paused());
    }
  }

  /**
   * Ends where the next batch to be committed has failed.
   *
   * @throws java.util.concurrent.CompletionException with its failure
   */
  void check() {
    if (!inHand.isEmpty() && inHand.getFirst().done().isCompletedExceptionally()) {
      inHand.getFirst().done().join();
    }
  }

  /** Waits for all that is in hand, and commits what is through. */
  void finish() {
    inHand.forEach(batch -> batch.done().handle((nothing, e) -> null).join());
    commitThrough();
  }

  /**
   * Something was read that may not be in hand: nothing is committed any more but what is in hand
   * and through.
   */
  void abandon() {
    abandoned = true;
  }

  private boolean isFull() {
    return inHand.size() >= BATCHES;
  }

  /** Once for all batches that are through, up to one that is not. */
  private void commitThrough() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    while (!inHand.isEmpty() && inHand.getFirst().isThrough()) {
      offsets.putAll(inHand.removeFirst().next(consumer.assignment()));
    }
    commit(offsets);
  }

  private Map<TopicPartition, OffsetAndMetadata> positions(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    partitions.forEach(p -> positions.put(p, new OffsetAndMetadata(consumer.position(p))));
    return positions;
  }

  /** Commits where that is more than before. */
  private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    Map<TopicPartition, OffsetAndMetadata> more = new HashMap<>(offsets);
    more.entrySet().removeIf(o -> o.getValue().offset() <= committed.getOrDefault(o.getKey(), 0L));
    if (more.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(more);
      more.forEach((partition, offset) -> committed.put(partition, offset.offset()));
    } catch (RebalanceInProgressException | CommitFailedException e) {
      // It is committed with what comes next, or read again by the next member.
      LOG.debugf("offsets are not committed while the group changes: %s", e.getMessage());
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    partitions.forEach(committed::remove);
    if (isFull()) {
      consumer.pause(partitions);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    await(
        CompletableFuture.allOf(
            inHand.stream().map(Batch::done).toArray(CompletableFuture<?>[]::new)),
        PATIENCE);
    Map<TopicPartition, OffsetAndMetadata> offsets =
        abandoned ? new HashMap<>() : positions(partitions);
    inHand.forEach(batch -> offsets.keySet().removeAll(batch.next().keySet()));
    for (Batch batch : inHand) {
      if (!batch.isThrough()) {
        break;
      }
      offsets.putAll(batch.next(partitions));
    }
    commit(offsets);
    giveAway(partitions);
  }

  private void giveAway(Collection<TopicPartition> partitions) {
    List<Batch> left = inHand.stream().map(batch -> batch.without(partitions)).toList();
    inHand.clear();
    inHand.addAll(left);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    // Another member has them already, and begins where this one has committed.
    giveAway(partitions);
  }

  /** However it ends, or not. */
  private static void await(CompletableFuture<Void> done, Duration patience) {
    try {
      done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.trace("not through", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }
}
