package dev.podium.gateway.alert;

import dev.podium.gateway.alert.Webhook.Call;
import dev.podium.gateway.database.Database;
import dev.podium.kit.record.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Notes what came of calls, and what follows from it. */
@ApplicationScoped
class Outcomes {

  private static final Logger LOG = Logger.getLogger(Outcomes.class);

  private final Database database;
  private final Deliveries deliveries;
  private final AlertRow.Alerts alerts;
  private final AlertSettings settings;
  private final MeterRegistry registry;
  private final Backoff backoff;

  Outcomes(
      Database database,
      Deliveries deliveries,
      AlertRow.Alerts alerts,
      AlertSettings settings,
      MeterRegistry registry) {
    this.database = database;
    this.deliveries = deliveries;
    this.alerts = alerts;
    this.settings = settings;
    this.registry = registry;
    this.backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff());
  }

  /** Notes one call of a delivery. */
  void note(UUID deliveryId, Call call) {
    database.run(
        () -> {
          // The alert first, as where its owner changes it, so that neither waits for the other.
          AlertRow alert = alerts.lockOf(deliveryId).orElse(null);
          DeliveryRow delivery = alert == null ? null : deliveries.lock(deliveryId);
          if (delivery != null) {
            note(delivery, alert, call);
          }
        });
  }

  /** Notes a test, from which nothing follows. */
  void noteTest(UUID deliveryId, Call call) {
    database.run(
        () -> {
          DeliveryRow delivery = deliveries.findById(deliveryId);
          if (delivery != null) {
            noteCall(delivery, call);
            delivery.end(
                call.taken() ? DeliveryRow.DELIVERED : DeliveryRow.FAILED,
                call.at().plus(call.took()));
          }
        });
  }

  private void noteCall(DeliveryRow delivery, Call call) {
    delivery.attempts++;
    delivery.lastStatus = call.status();
    delivery.lastReason = reason(delivery, call);
    deliveries.getEntityManager().persist(attempt(delivery, call));
    registry
        .counter("podium.gateway.alerts.calls", "outcome", call.taken() ? "taken" : "failed")
        .increment();
  }

  private void note(DeliveryRow delivery, AlertRow alert, Call call) {
    Instant now = call.at().plus(call.took());
    noteCall(delivery, call);
    if (call.taken()) {
      delivery.end(DeliveryRow.DELIVERED, now);
      alert.failingSince = null;
    } else {
      alert.failingSince = alert.failingSince == null ? now : alert.failingSince;
      failed(delivery, alert, call, now);
    }
  }

  private static AttemptRow attempt(DeliveryRow delivery, Call call) {
    AttemptRow row = new AttemptRow();
    row.id = UUID.randomUUID();
    row.deliveryId = delivery.id;
    row.number = delivery.attempts;
    row.at = call.at();
    row.status = call.status();
    row.durationMillis = call.took().toMillis();
    row.reason = reason(delivery, call);
    return row;
  }

  // A receiver may answer with what it was sent, and that was erased meanwhile.
  private static String reason(DeliveryRow delivery, Call call) {
    return call.taken() || delivery.erasedAt == null ? call.reason() : Deliveries.ERASED_REASON;
  }

  private void failed(DeliveryRow delivery, AlertRow alert, Call call, Instant now) {
    if (call.gone()) {
      switchOff(delivery, alert, "the receiver answers with 410: it wants no more", now);
    } else if (alert.failingSince.plus(settings.switchOffAfter()).isBefore(now)) {
      String reason = "the receiver has taken nothing since " + alert.failingSince;
      switchOff(delivery, alert, reason + "; last: " + call.reason(), now);
    } else if (delivery.erasedAt != null) {
      LOG.debugf("the delivery %s is not sent again: it was erased", delivery.id);
    } else if (delivery.createdAt.plus(settings.giveUpAfter()).isBefore(now)) {
      delivery.end(DeliveryRow.FAILED, now);
    } else {
      delivery.claimedUntil = null;
      delivery.dueAt = now.plus(wait(delivery.attempts, call));
    }
  }

  private Duration wait(int attempts, Call call) {
    Duration own = backoff.after(attempts, ThreadLocalRandom.current());
    if (call.later() == null || call.later().compareTo(own) < 0) {
      return own;
    }
    boolean tooLong = call.later().compareTo(settings.longestBackoff()) > 0;
    return tooLong ? settings.longestBackoff() : call.later();
  }

  private void switchOff(DeliveryRow delivery, AlertRow alert, String reason, Instant now) {
    LOG.warnf("the alert %s is switched off: %s", alert.id, reason);
    delivery.end(DeliveryRow.FAILED, now);
    alert.switchOff(reason, now);
    deliveries.flush();
    deliveries.giveUp(alert.id, "the alert was switched off", now);
  }
}
