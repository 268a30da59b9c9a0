package dev.podium.ingest.publish;

import dev.podium.ingest.archive.DatabaseTrouble;
import dev.podium.kit.drain.Drain;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import jakarta.persistence.PersistenceException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Whether revisions get to Kafka, and how many wait: part of {@code ready} and of the metrics. */
@Readiness
@Default
@ApplicationScoped
class PublishHealth implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(PublishHealth.class);

  private final AtomicReference<String> kafka = new AtomicReference<>();
  private final AtomicReference<String> database = new AtomicReference<>();
  private final OutboxTable outbox;
  private final Drain drain;
  private volatile OutboxTable.Backlog backlog = new OutboxTable.Backlog(0, 0, 0);

  PublishHealth(OutboxTable outbox, Drain drain, MeterRegistry metrics) {
    this.outbox = outbox;
    this.drain = drain;
    gauge(metrics, "podium.ingest.outbox.size", () -> backlog.ready());
    gauge(metrics, "podium.ingest.outbox.parked", () -> backlog.parked());
    gauge(metrics, "podium.ingest.outbox.age.seconds", () -> backlog.oldestSeconds());
  }

  /** Notes why Kafka does not take records; null when it does. */
  void kafka(String reason) {
    note(kafka, reason, "Kafka takes revisions again");
  }

  /** Notes that the database cannot be read. */
  void database(RuntimeException e) {
    note(
        database,
        "the database does not answer: " + DatabaseTrouble.of(e).orElse(e.getMessage()),
        "");
  }

  /** Notes that it can. */
  void databaseAnswers() {
    note(database, null, "the database answers again");
  }

  private static void note(AtomicReference<String> trouble, String reason, String over) {
    String before = trouble.getAndSet(reason);
    if (reason != null && before == null) {
      LOG.warnf("revisions wait in the outbox and are tried again: %s", reason);
    } else if (reason == null && before != null) {
      LOG.info(over);
    }
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void count() {
    if (drain.started()) {
      return;
    }
    try {
      backlog = outbox.backlog();
    } catch (PersistenceException e) {
      LOG.debugf("the outbox cannot be counted: %s", e.getMessage());
    }
  }

  @Override
  public HealthCheckResponse call() {
    String reason = database.get() == null ? kafka.get() : database.get();
    var response = HealthCheckResponse.named("publisher").status(reason == null);
    return reason == null ? response.build() : response.withData("reason", reason).build();
  }

  private static void gauge(MeterRegistry metrics, String name, Supplier<Number> value) {
    Gauge.builder(name, value).strongReference(true).register(metrics);
  }
}
