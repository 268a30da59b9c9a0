package dev.podium.ingest.source;

import dev.podium.kit.drain.Drain;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import org.jboss.logging.Logger;

/**
 * Keeps the known sources as they are in the database, whichever instance changed them. While the
 * database is away, those that were known stay known.
 */
@ApplicationScoped
class SourceWatch {

  private static final Logger LOG = Logger.getLogger(SourceWatch.class);
  private static final int BEFORE_ANYTHING_IS_FETCHED = 1;

  private final Sources sources;
  private final OverrideTable overrides;
  private final Drain drain;
  private final SourceSettings config;
  private boolean away;

  SourceWatch(Sources sources, OverrideTable overrides, Drain drain, SourceSettings config) {
    this.sources = sources;
    this.overrides = overrides;
    this.drain = drain;
    this.config = config;
  }

  /** Nothing is fetched before it is known what was paused or deleted. */
  void start(@Observes @Priority(BEFORE_ANYTHING_IS_FETCHED) StartupEvent event) {
    read();
    Thread.ofVirtual().name("sources").start(this::run);
  }

  private void run() {
    while (!drain.await(config.sources().poll())) {
      refresh();
    }
  }

  /** Takes over what was changed since, if the database can be asked. */
  synchronized void refresh() {
    try {
      read();
      away = false;
    } catch (PersistenceException | QuarkusTransactionException e) {
      if (!away) {
        LOG.warnf("changes of sources are not seen until the database answers: %s", e.getMessage());
      }
      away = true;
    } catch (RuntimeException e) {
      // Nobody notices a loop that ends; one that goes on and says so is noticed.
      LOG.error("changes of sources cannot be read for a reason that nobody foresaw", e);
    }
  }

  private synchronized void read() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              long change = overrides.change();
              if (change != sources.change()) {
                sources.apply(change, overrides.all());
              }
            });
  }
}
