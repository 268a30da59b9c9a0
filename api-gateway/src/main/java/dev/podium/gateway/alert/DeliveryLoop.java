package dev.podium.gateway.alert;

import dev.podium.gateway.database.Database;
import dev.podium.gateway.erasure.ErasedQuotations;
import dev.podium.gateway.loop.Setbacks;
import dev.podium.kit.drain.Drain;
import dev.podium.kit.problem.ProblemException;
import dev.podium.kit.record.Backoff;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Sends what is due. Every instance does; what one has claimed, the others leave alone. */
@ApplicationScoped
class DeliveryLoop {

  private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

  private final Database database;
  private final Deliveries deliveries;
  private final AlertRow.Alerts alerts;
  private final Webhook webhook;
  private final Outcomes outcomes;
  private final ErasedQuotations quotations;
  private final AlertSettings settings;
  private final Drain drain;
  private final ExecutorService threads;
  private final Semaphore places;

  DeliveryLoop(
      Database database,
      Deliveries deliveries,
      AlertRow.Alerts alerts,
      Webhook webhook,
      Outcomes outcomes,
      ErasedQuotations quotations,
      AlertSettings settings,
      Drain drain,
      @VirtualThreads ExecutorService threads) {
    this.database = database;
    this.deliveries = deliveries;
    this.alerts = alerts;
    this.webhook = webhook;
    this.outcomes = outcomes;
    this.quotations = quotations;
    this.settings = settings;
    this.drain = drain;
    this.threads = threads;
    this.places = new Semaphore(settings.concurrency());
  }

  void start(@Observes StartupEvent event) {
    threads.execute(this::run);
  }

  private void run() {
    Setbacks setbacks = new Setbacks(LOG, "the sending of webhooks", BACKOFF, drain);
    do {
      if (database.isReady()) {
        try {
          while (places.availablePermits() > 0 && send(places.availablePermits()) > 0) {
            LOG.trace("there may be more");
          }
          setbacks.over();
        } catch (RuntimeException e) {
          setbacks.after(e);
        }
      }
    } while (!drain.await(settings.poll()));
  }

  /** What has to be known of a delivery for sending it. */
  private record Message(DeliveryRow delivery, String url, String secret) {

    Stream<String> quoted() {
      return Arrays.stream(delivery.quotes);
    }
  }

  private int send(int most) {
    // As long as all that may happen to one, and some more.
    Duration lease = settings.totalTimeout().multipliedBy(4);
    List<Message> claimed =
        database.call(
            () ->
                deliveries.claim(most, Clock.systemUTC().instant(), lease).stream()
                    .map(this::message)
                    .toList());
    for (Message message : tellable(claimed)) {
      places.acquireUninterruptibly();
      threads.execute(() -> send(message));
    }
    return claimed.size();
  }

  /**
   * Those that quote nothing that was erased, of which no change may have been read yet. Without
   * the index nothing is sent, and all come again when the claim has run out.
   */
  private List<Message> tellable(List<Message> claimed) {
    Set<String> erased =
        quotations.eraseAmong(
            claimed.stream().flatMap(Message::quoted).collect(Collectors.toSet()));
    return claimed.stream().filter(one -> one.quoted().noneMatch(erased::contains)).toList();
  }

  private Message message(DeliveryRow delivery) {
    AlertRow alert = alerts.findById(delivery.alertId);
    return new Message(delivery, alert.url, alert.secret);
  }

  private void send(Message message) {
    DeliveryRow delivery = message.delivery();
    Instant at = Clock.systemUTC().instant();
    try {
      outcomes.note(
          delivery.id,
          webhook.send(
              message.url(),
              WebhookSecret.parse(message.secret()),
              delivery.messageId(),
              delivery.body));
    } catch (ProblemException e) {
      // It comes again when the claim has run out.
      LOG.warnf("what came of a webhook could not be noted: %s", e.getMessage());
    } catch (RuntimeException e) {
      LOG.errorf(e, "the delivery %s failed for a reason that nobody foresaw", delivery.id);
      noteFailure(delivery.id, at);
    } finally {
      places.release();
    }
  }

  /** An attempt like others, so that it is given up in the end. */
  private void noteFailure(UUID delivery, Instant at) {
    try {
      outcomes.note(delivery, Webhook.Call.failedHere(at));
    } catch (RuntimeException e) {
      LOG.warnf("what came of a webhook could not be noted: %s", e.getMessage());
    }
  }

  @Scheduled(every = "1h", delayed = "10m")
  void forget() {
    if (database.isReady()) {
      Instant before = Clock.systemUTC().instant().minus(settings.keep());
      long forgotten = database.call(() -> deliveries.forget(before));
      LOG.debugf("%d deliveries forgotten", forgotten);
    }
  }
}
