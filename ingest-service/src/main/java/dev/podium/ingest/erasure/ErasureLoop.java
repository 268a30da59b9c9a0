package dev.podium.ingest.erasure;

import dev.podium.contracts.briefing.Erased;
import dev.podium.ingest.archive.Erasure;
import dev.podium.ingest.archive.Erasures;
import dev.podium.ingest.archive.Leases;
import dev.podium.ingest.archive.Publications;
import dev.podium.kit.drain.Drain;
import dev.podium.kit.record.PublishingException;
import dev.podium.kit.record.RecordPublisher;
import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Takes erasures through the topics, one after the other, one instance for all. Each step may be
 * repeated, so that a crash loses nothing.
 */
@ApplicationScoped
class ErasureLoop {

  private static final Logger LOG = Logger.getLogger(ErasureLoop.class);
  private static final int BEFORE_CLIENTS_CLOSE = 2;
  private static final String LEASE = "erasures";
  private static final Duration AT_WORK = Duration.ofMinutes(1);
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
  private static final Duration LAST_ROUND = Duration.ofSeconds(15);
  private static final int TOGETHER = 100;

  private final Erasures erasures;
  private final Publications publications;
  private final BriefingsTopic topic;
  private final HiddenLetters letters;
  private final RecordPublisher publisher;
  private final Leases leases;
  private final Drain drain;
  private final MeterRegistry metrics;
  private Thread loop;

  ErasureLoop(
      Erasures erasures,
      Publications publications,
      BriefingsTopic topic,
      HiddenLetters letters,
      RecordPublisher publisher,
      Leases leases,
      Drain drain,
      MeterRegistry metrics) {
    this.erasures = erasures;
    this.publications = publications;
    this.topic = topic;
    this.letters = letters;
    this.publisher = publisher;
    this.leases = leases;
    this.drain = drain;
    this.metrics = metrics;
  }

  void start(@Observes StartupEvent event) {
    loop = Thread.ofVirtual().name("erasures").start(this::run);
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
      List<Erasure> open = erasures.open(TOGETHER);
      if (!open.isEmpty() && leases.take(LEASE, AT_WORK)) {
        open.forEach(this::move);
      }
      return IDLE;
    } catch (PersistenceException | QuarkusTransactionException e) {
      LOG.warnf("erasures wait for the database: %s", e.getMessage());
    } catch (KafkaException | PublishingException e) {
      LOG.warnf("erasures wait for Kafka: %s", e.getMessage());
    } catch (RuntimeException e) {
      // Nobody notices a loop that ends; one that goes on and says so is noticed.
      LOG.error("an erasure failed for a reason that nobody foresaw", e);
    }
    return AFTER_TROUBLE;
  }

  private void move(Erasure erasure) {
    if (erasure.rewrittenAt() == null && !rewrite(erasure)) {
      return;
    }
    if (erasures.end(erasure.id())) {
      metrics.counter("podium.ingest.erasures", "reason", erasure.reason().kind()).increment();
      LOG.infof(
          "audit: erasure %s of %s, demanded by %s for the reason %s, is done",
          erasure.id(),
          erasure.exchange() == null
              ? "page " + erasure.page()
              : "exchange " + erasure.exchange() + " of page " + erasure.page(),
          erasure.by(),
          erasure.reason().kind());
    }
  }

  /** Answers all that the topics have; whether it came to the end. */
  private boolean rewrite(Erasure erasure) {
    var event =
        erasure.exchange() == null
            ? publications.of(erasure.page(), erasure.revision())
            : Optional.<Publications.Publication>empty();
    if (erasure.exchange() == null && event.isEmpty()) {
      LOG.warnf("erasure %s waits: source %s is not known", erasure.id(), erasure.source());
      return false;
    }
    List<Erased> erased = erasures.ofPages(List.of(erasure.page())).get(erasure.page());
    List<CompletableFuture<Void>> answers = new ArrayList<>();
    boolean through =
        topic.read(
            erasure.page(),
            () -> !drain.started() && leases.take(LEASE, AT_WORK),
            found -> Answers.to(found, erased).map(publisher::publish).ifPresent(answers::add));
    publisher.flush();
    answers.forEach(RecordPublisher::await);
    if (!through) {
      return false;
    }
    event.ifPresent(
        page ->
            publisher.publishNow(
                Marker.of(erasure, erasure.url(), page.event(), suppressed(erased))));
    letters.hide(erasure.page());
    erasures.rewritten(erasure.id(), answers.size());
    return true;
  }

  private static List<Erased> suppressed(List<Erased> erased) {
    return erased.stream().filter(one -> one.exchangeId() != null).toList();
  }
}
