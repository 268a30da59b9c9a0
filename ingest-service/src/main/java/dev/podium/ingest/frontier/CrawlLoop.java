package dev.podium.ingest.frontier;

import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import dev.podium.kit.drain.Drain;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Hands out turns, as many at once as the settings allow, until the service goes down. */
@ApplicationScoped
class CrawlLoop {

  private static final Logger LOG = Logger.getLogger(CrawlLoop.class);
  private static final Duration LAST_VISITS = Duration.ofSeconds(15);
  private static final Duration BUSY = Duration.ofMillis(20);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
  private static final int BEFORE_CLIENTS_CLOSE = 2;

  private final Sources sources;
  private final FrontierTable frontier;
  private final Turns turns;
  private final Crawler crawler;
  private final Drain drain;
  private final FrontierSettings config;
  private final Semaphore slots;

  /** A permit for each visit that ended since the last round: its host may be ready again. */
  private final Semaphore ended = new Semaphore(0);

  private final RandomGenerator random = RandomGenerator.getDefault();
  private final Map<String, Source> seeded = new HashMap<>();
  private Thread loop;

  CrawlLoop(
      Sources sources,
      FrontierTable frontier,
      Turns turns,
      Crawler crawler,
      Drain drain,
      FrontierSettings config) {
    this.sources = sources;
    this.frontier = frontier;
    this.turns = turns;
    this.crawler = crawler;
    this.drain = drain;
    this.config = config;
    this.slots = new Semaphore(config.concurrency());
  }

  void start(@Observes StartupEvent event) {
    loop = Thread.ofVirtual().name("crawl").start(this::run);
  }

  /** Visits under way may end; what does not is taken up again when its lease is over. */
  void stop(@Observes @Priority(BEFORE_CLIENTS_CLOSE) ShutdownEvent event)
      throws InterruptedException {
    if (loop != null) {
      loop.join(LAST_VISITS);
    }
    if (!slots.tryAcquire(config.concurrency(), LAST_VISITS.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("some visits did not end in time and are made again later");
    }
  }

  private void run() {
    while (!drain.started()) {
      Duration pause = round();
      if (slots.availablePermits() < config.concurrency()) {
        awaitEnd(pause);
      } else {
        drain.await(pause);
      }
    }
  }

  /** Waits until a visit ended, or the time is up. */
  private void awaitEnd(Duration time) {
    try {
      if (ended.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
        ended.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One round; says how long to wait for the next at most. */
  private Duration round() {
    try {
      List<Source> fetched = sources.fetched();
      seed(fetched);
      take(fetched).forEach(this::visit);
      return slots.availablePermits() < config.concurrency() ? BUSY : config.poll();
    } catch (PersistenceException | QuarkusTransactionException e) {
      LOG.warnf("the frontier waits for the database: %s", e.getMessage());
      return AFTER_TROUBLE;
    } catch (RuntimeException e) {
      // Nobody notices a loop that ends; one that goes on and says so is noticed.
      LOG.error("a round of the crawl failed for a reason that nobody foresaw", e);
      return AFTER_TROUBLE;
    }
  }

  /** Makes the listings known of what is new, or was changed, since the last round. */
  private void seed(List<Source> fetched) {
    for (Source source : fetched) {
      if (!source.equals(seeded.get(source.id()))) {
        frontier.seed(source);
        seeded.put(source.id(), source);
      }
    }
  }

  private List<Entry> take(List<Source> fetched) {
    if (fetched.isEmpty()) {
      return List.of();
    }
    Map<String, Duration> delays =
        fetched.stream().collect(Collectors.toMap(Source::id, Source::delay));
    return turns.take(delays, slots.availablePermits(), Urgency.favoured(random), config.lease());
  }

  private void visit(Entry entry) {
    slots.acquireUninterruptibly();
    Thread.ofVirtual()
        .name("visit " + entry.host())
        .start(
            () -> {
              try {
                turn(entry);
              } finally {
                slots.release();
                ended.release();
              }
            });
  }

  private void turn(Entry entry) {
    try {
      crawler.turn(entry);
    } catch (PersistenceException | QuarkusTransactionException e) {
      LOG.warnf("a visit to %s is made again: %s", entry.target(), e.getMessage());
    } catch (RuntimeException e) {
      // One page that breaks us must not be tried without end, nor stop any other.
      crawler.broke(entry, e);
    }
  }
}
