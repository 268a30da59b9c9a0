package dev.podium.ingest.publish;

import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.topic.Topics;
import dev.podium.ingest.archive.DroppedBodyException;
import dev.podium.ingest.archive.Publications;
import dev.podium.kit.drain.Drain;
import dev.podium.kit.record.Backoff;
import dev.podium.kit.record.RecordHeaders;
import dev.podium.kit.record.RecordPublisher;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Takes revisions from the outbox to Kafka, one round after the other. */
@ApplicationScoped
class Publisher {

  private static final Logger LOG = Logger.getLogger(Publisher.class);
  private static final int BEFORE_CLIENTS_CLOSE = 2;
  private static final Duration LAST_ROUND = Duration.ofSeconds(15);

  private final List<Thread> loops = new ArrayList<>();
  private final OutboxTable outbox;
  private final Publications publications;
  private final RecordPublisher kafka;
  private final Deliveries deliveries;
  private final PublishHealth health;
  private final Drain drain;
  private final PublishSettings config;
  private final Backoff backoff;
  private boolean lostCount;

  Publisher(
      OutboxTable outbox,
      Publications publications,
      RecordPublisher kafka,
      Deliveries deliveries,
      PublishHealth health,
      Drain drain,
      PublishSettings config) {
    this.outbox = outbox;
    this.publications = publications;
    this.kafka = kafka;
    this.deliveries = deliveries;
    this.health = health;
    this.drain = drain;
    this.config = config;
    this.backoff = new Backoff(config.firstBackoff(), config.longestBackoff());
  }

  void start(@Observes StartupEvent event) {
    loops.add(Thread.ofVirtual().name("publisher").start(this::run));
    loops.add(Thread.ofVirtual().name("publisher-lease").start(this::keepLease));
  }

  /** What is under way gets its answer; what does not is taken up again when its lease is over. */
  void stop(@Observes @Priority(BEFORE_CLIENTS_CLOSE) ShutdownEvent event)
      throws InterruptedException {
    outbox.wake();
    for (Thread loop : loops) {
      loop.join(LAST_ROUND);
    }
  }

  /** Kafka may take longer to answer than a lease lasts. */
  private void keepLease() {
    while (!drain.await(config.lease().dividedBy(3))) {
      try {
        outbox.renew(config.lease());
      } catch (PersistenceException | QuarkusTransactionException e) {
        health.database(e);
      }
    }
  }

  private void run() {
    int failures = 0;
    while (!drain.started()) {
      failures = safely() ? 0 : failures + 1;
      if (failures > 0) {
        drain.await(backoff.after(failures, ThreadLocalRandom.current()));
      }
    }
  }

  private boolean safely() {
    try {
      return round();
    } catch (RuntimeException e) {
      // Nobody notices a loop that ends; one that goes on and says so is noticed.
      LOG.error("a round of publishing failed for a reason that nobody foresaw", e);
      lostCount = true;
      return false;
    }
  }

  /** Whether everything that was tried got an answer. */
  private boolean round() {
    try {
      if (lostCount) {
        outbox.releaseAll();
        lostCount = false;
      }
      List<OutboxTable.Row> rows = outbox.claim(config.batch(), config.lease());
      health.databaseAnswers();
      if (rows.isEmpty()) {
        outbox.await(config.poll());
        return true;
      }
      String trouble = deliveries.settle(send(rows));
      health.kafka(trouble);
      return trouble == null;
    } catch (PersistenceException | QuarkusTransactionException e) {
      health.database(e);
      lostCount = true;
      return false;
    }
  }

  private List<Deliveries.Delivery> send(List<OutboxTable.Row> rows) {
    List<Deliveries.Delivery> sent = new ArrayList<>();
    for (OutboxTable.Row row : rows) {
      sent.add(new Deliveries.Delivery(row, send(row)));
    }
    return sent;
  }

  private CompletableFuture<Void> send(OutboxTable.Row row) {
    try {
      return publications
          .of(row.page(), row.revision())
          .map(found -> kafka.publish(outgoing(found, row)))
          .orElseGet(() -> CompletableFuture.failedFuture(new SourceMissingException(row.page())));
    } catch (DroppedBodyException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static ProducerRecord<String, byte[]> outgoing(
      Publications.Publication publication, OutboxTable.Row row) {
    ProducerRecord<String, byte[]> outgoing =
        RecordHeaders.producerRecord(
            Topics.PAGES, publication.url(), publication.body(), publication.event().toHeaders());
    if (row.traceparent() != null) {
      RecordHeaders.put(outgoing.headers(), CloudEvent.TRACEPARENT, row.traceparent());
    }
    return outgoing;
  }
}
