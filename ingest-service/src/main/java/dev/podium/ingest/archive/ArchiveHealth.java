package dev.podium.ingest.archive;

import dev.podium.kit.drain.Drain;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import jakarta.persistence.PersistenceException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Whether captures can be kept: part of {@code ready} and of the metrics. */
@Readiness
@Default
@ApplicationScoped
class ArchiveHealth implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(ArchiveHealth.class);

  private final AtomicReference<String> trouble = new AtomicReference<>();
  private final Bodies bodies;
  private final Drain drain;

  ArchiveHealth(Bodies bodies, Drain drain, MeterRegistry metrics) {
    this.bodies = bodies;
    this.drain = drain;
    Gauge.builder("podium.ingest.archive.writable", () -> trouble.get() == null ? 1 : 0)
        .strongReference(true)
        .register(metrics);
  }

  /** Notes that a capture was kept. */
  void kept() {
    if (trouble.getAndSet(null) != null) {
      LOG.info("captures are kept again");
    }
  }

  /** Notes that one could not be, where the database is to blame. */
  void failed(RuntimeException e) {
    DatabaseTrouble.of(e)
        .ifPresent(
            reason -> {
              if (trouble.getAndSet(reason) == null) {
                LOG.warnf("captures wait for the database and are taken again: %s", reason);
              }
            });
  }

  /** Who is told to send nothing sends nothing that could show that it works again. */
  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void probe() {
    if (trouble.get() == null || drain.started()) {
      return;
    }
    try {
      QuarkusTransaction.begin();
      try {
        bodies.probe();
      } finally {
        QuarkusTransaction.rollback();
      }
      kept();
    } catch (PersistenceException | QuarkusTransactionException e) {
      LOG.debugf("captures cannot be kept yet: %s", e.getMessage());
    }
  }

  @Override
  public HealthCheckResponse call() {
    String reason = trouble.get();
    var response = HealthCheckResponse.named("archive").status(reason == null);
    return reason == null ? response.build() : response.withData("reason", reason).build();
  }
}
