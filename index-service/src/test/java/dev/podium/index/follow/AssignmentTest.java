package dev.podium.index.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What is committed when partitions are given away. */
class AssignmentTest {

  private static final TopicPartition PARTITION = new TopicPartition("t", 0);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final Assignment assignment = new Assignment(consumer);

  private void begin() {
    consumer.subscribe(List.of("t"), assignment);
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.rebalance(List.of(PARTITION));
    consumer.addRecord(new ConsumerRecord<>("t", 0, 0, "a", new byte[0]));
  }

  private Long committed() {
    var offset = consumer.committed(Set.of(PARTITION)).get(PARTITION);
    return offset == null ? null : offset.offset();
  }

  @Test
  void whatIsThroughIsCommitted() {
    begin();
    assignment.begin(consumer.poll(Duration.ZERO), CompletableFuture.completedFuture(null));

    assignment.onPartitionsRevoked(List.of(PARTITION));

    assertThat(committed()).isEqualTo(1);
  }

  @Test
  void whatHasFailedIsNot() {
    begin();
    assignment.begin(
        consumer.poll(Duration.ZERO), CompletableFuture.failedFuture(new IllegalStateException()));

    assignment.onPartitionsRevoked(List.of(PARTITION));

    assertThat(committed()).isNull();
  }

  @Test
  void whatWasReadAndIsNotInHandIsNot() {
    begin();
    assertThat(consumer.poll(Duration.ZERO).count()).isOne();

    // Something has failed in between, and the consumer closes.
    assignment.abandon();
    assignment.onPartitionsRevoked(List.of(PARTITION));

    assertThat(committed()).isNull();
  }

  /** Another member has read on meanwhile, and would be thrown back. */
  @Test
  void whatEndsAfterItsPartitionWasGivenAwayIsNotEvenIfThatIsBack() {
    begin();
    CompletableFuture<Void> slow = new CompletableFuture<>();
    assignment.begin(consumer.poll(Duration.ZERO), slow);

    assignment.onPartitionsLost(List.of(PARTITION));
    assignment.onPartitionsAssigned(List.of(PARTITION));
    consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(200)));
    slow.complete(null);
    assignment.settle();

    assertThat(committed()).isEqualTo(200);
  }
}
