package dev.podium.ingest.publish;

import dev.podium.ingest.archive.RevisionWalk;
import dev.podium.ingest.source.Sources;
import dev.podium.kit.drain.Drain;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Puts the revisions of replays into the outbox, a few at a time and no more than a few ahead of
 * Kafka: place and rows are one transaction, so that a crash loses and repeats nothing.
 */
@ApplicationScoped
class ReplayLoop {

  private static final Logger LOG = Logger.getLogger(ReplayLoop.class);
  private static final int BEFORE_CLIENTS_CLOSE = 2;
  private static final Duration BUSY = Duration.ofMillis(50);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
  private static final Duration LAST_ROUND = Duration.ofSeconds(15);

  private final ReplayTable table;
  private final RevisionWalk walk;
  private final OutboxTable outbox;
  private final Sources sources;
  private final Drain drain;
  private final PublishSettings config;
  private Thread loop;

  ReplayLoop(
      ReplayTable table,
      RevisionWalk walk,
      OutboxTable outbox,
      Sources sources,
      Drain drain,
      PublishSettings config) {
    this.table = table;
    this.walk = walk;
    this.outbox = outbox;
    this.sources = sources;
    this.drain = drain;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    loop = Thread.ofVirtual().name("replay").start(this::run);
  }

  void stop(@Observes @Priority(BEFORE_CLIENTS_CLOSE) ShutdownEvent event)
      throws InterruptedException {
    loop.join(LAST_ROUND);
  }

  private void run() {
    while (!drain.started()) {
      drain.await(round());
    }
  }

  /** One round; says how long to wait for the next. */
  private Duration round() {
    try {
      boolean busy = QuarkusTransaction.requiringNew().call(this::move);
      outbox.wake();
      return busy ? BUSY : IDLE;
    } catch (PersistenceException | QuarkusTransactionException e) {
      LOG.debugf("replays wait for the database: %s", e.getMessage());
      return AFTER_TROUBLE;
    } catch (RuntimeException e) {
      // Nobody notices a loop that ends; one that goes on and says so is noticed.
      LOG.error("a round of replaying failed for a reason that nobody foresaw", e);
      return AFTER_TROUBLE;
    }
  }

  private boolean move() {
    Optional<ReplayTable.Running> next = table.next();
    next.ifPresent(this::move);
    return next.isPresent();
  }

  private void move(ReplayTable.Running replay) {
    String source = replay.range().source();
    if (sources.find(source).isEmpty()) {
      table.stop(source, "the source is not known any longer");
      return;
    }
    int room = config.replayBatch() - table.waiting();
    if (room <= 0) {
      return;
    }
    List<RevisionWalk.Published> batch = walk.published(replay.range(), replay.place(), room);
    batch.forEach(one -> outbox.addAgain(one.page(), one.number()));
    if (!batch.isEmpty()) {
      table.moved(replay, batch.size(), batch.getLast().place());
    }
    if (batch.size() < room) {
      table.done(replay);
      LOG.infof("the replay of %s is in the outbox", source);
    }
  }
}
