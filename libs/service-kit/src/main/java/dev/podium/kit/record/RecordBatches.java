package dev.podium.kit.record;

import dev.podium.kit.drain.Drain;
import dev.podium.kit.log.LogKeys;
import dev.podium.kit.wording.Counted;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Runs batches of records until each record has an outcome. A consumer returns what {@link #run}
 * gives, so that the next batch comes and offsets are committed only then. While a batch waits, the
 * partitions are paused and the consumer stays in its group.
 */
@ApplicationScoped
public class RecordBatches {

  private static final Logger LOG = Logger.getLogger(RecordBatches.class);

  private final DeadLetters deadLetters;
  private final Pauses pauses;
  private final Drain drain;
  private final ExecutorService virtualThreads;
  private final Backoff backoff;
  private final int failuresUntilPaused;

  RecordBatches(
      DeadLetters deadLetters,
      Pauses pauses,
      Drain drain,
      @VirtualThreads ExecutorService virtualThreads,
      RecordSettings settings) {
    this.deadLetters = deadLetters;
    this.pauses = pauses;
    this.drain = drain;
    this.virtualThreads = virtualThreads;
    this.backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff());
    this.failuresUntilPaused = settings.failuresUntilPaused();
  }

  /**
   * Processes a batch on a virtual thread.
   *
   * @param service short name of the service, for dead letters: {@code parse}, {@code index}
   * @return completes when every record is done or a dead letter; fails only when the service is
   *     going down, and then nothing is committed
   */
  public Uni<Void> run(
      String service, ConsumerRecords<String, byte[]> batch, RecordHandler handler) {
    return run(new RecordWork(service, null, handler, drain), batch);
  }

  /**
   * Processes a batch on a virtual thread.
   *
   * @return completes when every record is done or a dead letter; fails only when the work has been
   *     told to stop, and then nothing is committed
   */
  public Uni<Void> run(RecordWork work, ConsumerRecords<String, byte[]> batch) {
    return Uni.createFrom()
        .voidItem()
        .invoke(() -> process(work, batch))
        .runSubscriptionOn(virtualThreads);
  }

  private void process(RecordWork work, ConsumerRecords<String, byte[]> batch) {
    try {
      untilAllHaveAnOutcome(work, batch);
    } finally {
      pauses.resume(work.name(), batch, batch.partitions());
    }
  }

  private void untilAllHaveAnOutcome(RecordWork work, ConsumerRecords<String, byte[]> batch) {
    List<ConsumerRecord<String, byte[]>> pending = new ArrayList<>(batch.count());
    batch.forEach(pending::add);
    int failures = 0;
    while (!pending.isEmpty()) {
      if (work.drain().started()) {
        throw new DrainingException();
      }
      Round round = round(work, pending);
      failures = round.left().size() < pending.size() ? 0 : failures;
      pending = round.left();
      if (!pending.isEmpty()) {
        failures++;
        waitAfter(work, batch, failures, pending, round.reason());
      }
    }
  }

  private Round round(RecordWork work, List<ConsumerRecord<String, byte[]>> pending) {
    List<RecordOutcome> outcomes = work.handler().handle(List.copyOf(pending));
    if (outcomes.size() != pending.size()) {
      throw new IllegalStateException(
          outcomes.size() + " outcomes for " + pending.size() + " records");
    }
    List<ConsumerRecord<String, byte[]>> left = new ArrayList<>();
    String reason = null;
    for (int i = 0; i < outcomes.size(); i++) {
      ConsumerRecord<String, byte[]> consumed = pending.get(i);
      String failure =
          switch (outcomes.get(i)) {
            case RecordOutcome.Done() -> null;
            case RecordOutcome.Rejected rejected -> deadLetter(work.service(), consumed, rejected);
            case RecordOutcome.FailedForNow(String why) -> why;
          };
      if (failure != null) {
        left.add(consumed);
        // Later ones may only wait for the first.
        reason = reason == null ? failure : reason;
      }
    }
    return new Round(left, reason);
  }

  /** Null when the dead letter is acknowledged, otherwise why it is not. */
  private String deadLetter(
      String service, ConsumerRecord<String, byte[]> consumed, RecordOutcome.Rejected rejected) {
    try {
      deadLetters.send(service, consumed, rejected);
      return null;
    } catch (PublishingException e) {
      return "the dead letter cannot be written: " + e.getMessage();
    }
  }

  private void waitAfter(
      RecordWork work,
      ConsumerRecords<String, byte[]> batch,
      int failures,
      List<ConsumerRecord<String, byte[]>> pending,
      String reason) {
    Duration wait = backoff.after(failures, ThreadLocalRandom.current());
    ConsumerRecord<String, byte[]> first = pending.getFirst();
    MDC.put(LogKeys.TOPIC, first.topic());
    MDC.put(LogKeys.PARTITION, first.partition());
    MDC.put(LogKeys.OFFSET, first.offset());
    String records = Counted.of(pending.size(), "record");
    if (failures == failuresUntilPaused) {
      LOG.errorf("paused with %s, until it works again: %s", records, reason);
    } else if (failures == 1) {
      LOG.warnf("to be tried again: %s: %s", records, reason);
    }
    if (failures >= failuresUntilPaused) {
      pauses.pause(work.name(), batch, pending, reason);
    }
    MDC.clear();
    work.drain().await(wait);
  }

  private record Round(List<ConsumerRecord<String, byte[]>> left, String reason) {}

  /** The work stops before the batch is through; the batch comes again to whoever goes on. */
  static final class DrainingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DrainingException() {
      super("the work is told to stop; the batch comes again");
    }
  }
}
