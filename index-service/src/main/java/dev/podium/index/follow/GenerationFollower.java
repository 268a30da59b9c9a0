package dev.podium.index.follow;

import dev.podium.contracts.topic.Topics;
import dev.podium.index.briefing.Indexers;
import dev.podium.index.briefing.Succession;
import dev.podium.index.schema.Generation;
import dev.podium.kit.drain.Drain;
import dev.podium.kit.record.Backoff;
import dev.podium.kit.record.RecordBatches;
import dev.podium.kit.record.RecordWork;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Fills one generation: a member of its consumer group, which takes batches, two at once, and
 * commits each in its turn when all its records have an outcome. Meanwhile it stays in its group.
 */
final class GenerationFollower implements Runnable {

  private static final Logger LOG = Logger.getLogger(GenerationFollower.class);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

  private final Generation generation;
  private final RecordBatches batches;
  private final Supplier<Succession> successions;
  private final Drain drain = new Drain();
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final FollowerMetrics metrics;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile Share share = Share.NONE;
  private volatile String trouble = "the consumer has not started yet";

  /** A follower, to be run on a thread of its own. */
  GenerationFollower(
      Generation generation,
      RecordBatches batches,
      Supplier<Succession> successions,
      Supplier<Consumer<String, byte[]>> consumers,
      FollowerMetrics metrics) {
    this.generation = generation;
    this.batches = batches;
    this.successions = successions;
    this.consumers = consumers;
    this.metrics = metrics;
  }

  /** Whether it is the one of its group that has the first partition. */
  boolean leads() {
    return share.leads();
  }

  /** How many records are left in the partitions that it has. */
  long lag() {
    return share.lag();
  }

  /** What is in the way of reading; null when nothing is. */
  String trouble() {
    return trouble;
  }

  /** Tells it to stop after the batches in hand; complete when it has. */
  CompletableFuture<Void> stop() {
    drain.begin();
    return ended;
  }

  @Override
  public void run() {
    try {
      for (int failures = 1; !drain.started(); failures++) {
        attempt();
        share = Share.NONE;
        drain.await(BACKOFF.after(failures, ThreadLocalRandom.current()));
      }
    } finally {
      ended.complete(null);
    }
  }

  /** Follows until it is told to stop or something fails, whatever it is. */
  private void attempt() {
    try (Consumer<String, byte[]> consumer = consumers.get();
        KafkaClientMetrics measured = metrics.of(generation.number(), consumer)) {
      Assignment assignment = new Assignment(consumer);
      try {
        follow(consumer, assignment);
      } catch (RuntimeException | Error e) {
        // The consumer commits when it closes, and stands behind what it read last.
        assignment.abandon();
        throw e;
      }
    } catch (RuntimeException | Error e) {
      trouble = "generation " + generation.number() + " is not followed: " + e.getMessage();
      LOG.errorf(e, "%s; what is not committed comes again", trouble);
    }
  }

  private void follow(Consumer<String, byte[]> consumer, Assignment assignment) {
    // What an earlier one of this follower has begun is read again, and waits for none of it.
    Succession succession = successions.get();
    consumer.subscribe(List.of(Topics.BRIEFINGS), assignment);
    while (!drain.started()) {
      ConsumerRecords<String, byte[]> batch = consumer.poll(assignment.patience());
      if (!batch.isEmpty()) {
        assignment.begin(batch, begin(succession.next(), batch));
      }
      trouble = isConnected(consumer) ? null : "Kafka cannot be reached";
      assignment.settle();
      if (!drain.started()) {
        // Told to stop, a batch ends without being through, and the others are waited for.
        assignment.check();
      }
      share = Share.of(consumer);
    }
    assignment.finish();
  }

  private CompletableFuture<Void> begin(
      Succession.Turn turn, ConsumerRecords<String, byte[]> batch) {
    String name = "generation " + generation.number();
    return batches
        .run(new RecordWork(Indexers.SERVICE, name, turn, drain), batch)
        .onTermination()
        .invoke(turn::end)
        .subscribeAsCompletionStage()
        .toCompletableFuture();
  }

  /** A consumer says nothing of it otherwise: it goes on to try. */
  private static boolean isConnected(Consumer<?, ?> consumer) {
    return consumer.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals("connection-count"))
        .anyMatch(metric -> ((Number) metric.getValue().metricValue()).doubleValue() > 0);
  }
}
