package dev.podium.parse.stream;

import dev.podium.kit.record.PublishingException;
import dev.podium.kit.record.RecordHandler;
import dev.podium.kit.record.RecordOutcome;
import dev.podium.kit.record.RecordPublisher;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the pages of a batch side by side, and publishes their briefings in the order of the batch,
 * which keeps the order of each key.
 */
@ApplicationScoped
class PageHandler implements RecordHandler {

  private final PageRecordReader reader;
  private final RecordPublisher publisher;

  /** Reading keeps a core busy, so there is a thread for each. */
  private final ExecutorService cores =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().name("parse-", 0).daemon().factory());

  PageHandler(PageRecordReader reader, RecordPublisher publisher) {
    this.reader = reader;
    this.publisher = publisher;
  }

  @Override
  public List<RecordOutcome> handle(List<ConsumerRecord<String, byte[]>> records) {
    Queue<CompletableFuture<PageReading>> readings = new ArrayDeque<>(records.size());
    for (ConsumerRecord<String, byte[]> consumed : records) {
      readings.add(CompletableFuture.supplyAsync(() -> reader.read(consumed), cores));
    }
    List<Sent> sent = new ArrayList<>(records.size());
    while (!readings.isEmpty()) {
      sent.add(send(readings.remove().join()));
    }
    publisher.flush();
    return outcomes(records, sent);
  }

  /**
   * What was sent for a record; not the briefing, which the producer has compressed, so that a
   * batch of them need not stay in memory.
   *
   * @param outcome where nothing was to be sent, else null
   * @param acknowledged where something was, else null
   */
  private record Sent(RecordOutcome outcome, CompletableFuture<Void> acknowledged) {}

  private Sent send(PageReading reading) {
    return switch (reading) {
      case PageReading.Read(var outgoing) -> new Sent(null, publisher.publish(outgoing));
      case PageReading.Ignored() -> new Sent(RecordOutcome.DONE, null);
      case PageReading.Unreadable(String code, String text) ->
          new Sent(new RecordOutcome.Rejected(code, text), null);
    };
  }

  /** What fails takes the later records of its key with it, so that they are sent behind it. */
  private static List<RecordOutcome> outcomes(
      List<ConsumerRecord<String, byte[]>> records, List<Sent> sent) {
    Set<String> failed = new HashSet<>();
    List<RecordOutcome> outcomes = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      String key = records.get(i).key();
      RecordOutcome outcome = outcome(sent.get(i));
      if (failed.contains(key)) {
        outcome = new RecordOutcome.FailedForNow("an earlier capture of the page waits");
      } else if (outcome instanceof RecordOutcome.FailedForNow) {
        failed.add(key);
      }
      outcomes.add(outcome);
    }
    return outcomes;
  }

  private static RecordOutcome outcome(Sent sent) {
    if (sent.outcome() != null) {
      return sent.outcome();
    }
    try {
      RecordPublisher.await(sent.acknowledged());
      return RecordOutcome.DONE;
    } catch (PublishingException e) {
      return e.permanent()
          ? new RecordOutcome.Rejected("unpublishable", e.getMessage())
          : new RecordOutcome.FailedForNow(e.getMessage());
    }
  }

  @PreDestroy
  void close() {
    cores.shutdownNow();
  }
}
