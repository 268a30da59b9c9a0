package dev.podium.ingest.frontier;

import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import dev.podium.kit.drain.Drain;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** How much of the frontier is due, of the sources that are fetched, and how much there is. */
@ApplicationScoped
class FrontierMetrics {

  private static final Logger LOG = Logger.getLogger(FrontierMetrics.class);

  private final Sources sources;
  private final Session database;
  private final Drain drain;
  private volatile double due;
  private volatile double size;

  FrontierMetrics(Sources sources, Session database, Drain drain, MeterRegistry metrics) {
    this.sources = sources;
    this.database = database;
    this.drain = drain;
    Gauge.builder("podium.ingest.frontier.due", () -> due).strongReference(true).register(metrics);
    Gauge.builder("podium.ingest.frontier.size", () -> size)
        .strongReference(true)
        .register(metrics);
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Transactional
  void count() {
    if (drain.started()) {
      return;
    }
    try {
      Object[] row =
          database
              .createNativeQuery(
                  "select count(*) filter (where due_at <= now() and source = any(:sources)),"
                      + " count(*) from frontier",
                  Object[].class)
              .setParameter(
                  "sources", sources.fetched().stream().map(Source::id).toArray(String[]::new))
              .getSingleResult();
      due = ((Number) row[0]).doubleValue();
      size = ((Number) row[1]).doubleValue();
    } catch (PersistenceException e) {
      LOG.debugf("the frontier cannot be counted: %s", e.getMessage());
    }
  }
}
