package dev.podium.index.follow;

import dev.podium.contracts.topic.Topics;
import dev.podium.index.schema.Generation;
import dev.podium.kit.drain.Drain;
import dev.podium.kit.record.Backoff;
import dev.podium.kit.record.RecordBatches;
import dev.podium.kit.record.RecordWork;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Fills one generation: a member of its consumer group, which takes a batch, commits it when all
 * its records have an outcome, and then takes the next. Meanwhile it stays in its group.
 */
final class GenerationFollower implements Runnable {

  private static final Logger LOG = Logger.getLogger(GenerationFollower.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

  private final Generation generation;
  private final RecordBatches batches;
  private final RecordWork work;
  private final Drain drain;
  private final Supplier<KafkaConsumer<String, byte[]>> consumers;
  private final FollowerMetrics metrics;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile Share share = Share.NONE;
  private volatile String trouble = "the consumer has not started yet";

  /**
   * A follower, to be run on a thread of its own.
   *
   * @param work its drain ends the follower
   */
  GenerationFollower(
      Generation generation,
      RecordBatches batches,
      RecordWork work,
      Supplier<KafkaConsumer<String, byte[]>> consumers,
      FollowerMetrics metrics) {
    this.generation = generation;
    this.batches = batches;
    this.work = work;
    this.drain = work.drain();
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

  /** Tells it to stop after the batch in hand; complete when it has. */
  CompletableFuture<Void> stop() {
    drain.begin();
    return ended;
  }

  @Override
  public void run() {
    for (int failures = 1; !drain.started(); failures++) {
      try (KafkaConsumer<String, byte[]> consumer = consumers.get();
          KafkaClientMetrics measured = metrics.of(generation.number(), consumer)) {
        follow(consumer);
      } catch (KafkaException | CompletionException e) {
        trouble = "generation " + generation.number() + " is not followed: " + e.getMessage();
        LOG.errorf(e, "%s; what is not committed comes again", trouble);
      }
      share = Share.NONE;
      drain.await(BACKOFF.after(failures, ThreadLocalRandom.current()));
    }
    ended.complete(null);
  }

  private void follow(KafkaConsumer<String, byte[]> consumer) {
    Assignment assignment = new Assignment(consumer);
    consumer.subscribe(List.of(Topics.BRIEFINGS), assignment);
    while (!drain.started()) {
      ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
      trouble = isConnected(consumer) ? null : "Kafka cannot be reached";
      if (batch.isEmpty() || isThrough(consumer, assignment, batch)) {
        assignment.commit();
      }
      share = Share.of(consumer);
    }
  }

  /** Whether all records of a batch have an outcome; otherwise the follower has to stop. */
  private boolean isThrough(
      KafkaConsumer<String, byte[]> consumer,
      Assignment assignment,
      ConsumerRecords<String, byte[]> batch) {
    CompletableFuture<Void> done =
        batches.run(work, batch).subscribeAsCompletionStage().toCompletableFuture();
    assignment.begin(batch, done);
    while (!isDone(done)) {
      consumer.poll(Duration.ZERO);
      share = Share.of(consumer);
    }
    if (done.isCompletedExceptionally() && drain.started()) {
      return false;
    }
    done.join();
    assignment.end();
    return true;
  }

  /** A consumer says nothing of it otherwise: it goes on to try. */
  private static boolean isConnected(KafkaConsumer<?, ?> consumer) {
    return consumer.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals("connection-count"))
        .anyMatch(metric -> ((Number) metric.getValue().metricValue()).doubleValue() > 0);
  }

  private static boolean isDone(CompletableFuture<Void> done) {
    try {
      done.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }
}
