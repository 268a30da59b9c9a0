package dev.podium.ingest.attention;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/**
 * Takes down what came of visits, a second's worth at a time, so that no visit waits for it. It is
 * for people who watch: nothing that must not be lost depends on it.
 */
@ApplicationScoped
public class Journal {

  private static final Logger LOG = Logger.getLogger(Journal.class);
  private static final int MOST = 20_000;
  private static final int BATCH = 1000;
  private static final int AFTER_THE_LAST_VISIT = 3;

  private final BlockingQueue<Visit> waiting = new LinkedBlockingQueue<>(MOST);
  private final VisitLog log;
  private final MeterRegistry metrics;

  Journal(VisitLog log, MeterRegistry metrics) {
    this.log = log;
    this.metrics = metrics;
  }

  /**
   * A visit.
   *
   * @param entry id of the page or listing
   * @param kind {@code page}, or a kind of listing
   * @param target where a redirect led, or null
   * @param result the word under which it is counted
   * @param cause why it came to nothing, in a few words, or null where it did not
   * @param reason what came of it, in words
   */
  public record Visit(
      String source,
      String entry,
      String kind,
      String address,
      String target,
      String result,
      String cause,
      String reason,
      Instant at) {}

  /** Takes a visit down soon. */
  public void note(Visit visit) {
    if (!waiting.offer(visit)) {
      metrics.counter("podium.ingest.journal.dropped").increment();
    }
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void write() {
    List<Visit> batch = new ArrayList<>();
    try {
      while (waiting.drainTo(batch, BATCH) > 0) {
        log.add(batch);
        batch.clear();
      }
    } catch (PersistenceException | QuarkusTransactionException e) {
      metrics.counter("podium.ingest.journal.dropped").increment(batch.size());
      LOG.debugf("%d visits are not in the journal: %s", batch.size(), e.getMessage());
    }
  }

  @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forget() {
    try {
      log.forgetOld();
    } catch (PersistenceException | QuarkusTransactionException e) {
      LOG.debugf("old visits stay in the journal: %s", e.getMessage());
    }
  }

  void stop(@Observes @Priority(AFTER_THE_LAST_VISIT) ShutdownEvent event) {
    write();
  }
}
