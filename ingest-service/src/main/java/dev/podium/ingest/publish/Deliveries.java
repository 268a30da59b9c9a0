package dev.podium.ingest.publish;

import dev.podium.ingest.archive.DroppedBodyException;
import dev.podium.ingest.archive.Publications;
import dev.podium.kit.record.PublishingException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jboss.logging.Logger;

/** Settles what Kafka answered to each revision. */
@ApplicationScoped
class Deliveries {

  private static final Logger LOG = Logger.getLogger(Deliveries.class);
  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration LATER = Duration.ofMinutes(1);

  // Where Kafka is not to blame but the record. Everything else may pass: rights, space, brokers.
  private static final List<Class<? extends Exception>> REFUSALS =
      List.of(
          RecordTooLargeException.class,
          RecordBatchTooLargeException.class,
          InvalidRecordException.class,
          InvalidTimestampException.class,
          SerializationException.class);

  private final OutboxTable outbox;
  private final Publications publications;
  private final MeterRegistry metrics;

  Deliveries(OutboxTable outbox, Publications publications, MeterRegistry metrics) {
    this.outbox = outbox;
    this.publications = publications;
    this.metrics = metrics;
  }

  /** A revision that was handed to Kafka. */
  record Delivery(OutboxTable.Row row, CompletableFuture<Void> acknowledged) {}

  /**
   * Waits for all answers and notes them.
   *
   * @return why Kafka does not take records, or null when it does
   */
  String settle(List<Delivery> deliveries) {
    List<OutboxTable.Row> published = new ArrayList<>();
    String trouble = null;
    for (Delivery delivery : deliveries) {
      Throwable failure = failure(delivery.acknowledged());
      if (failure == null) {
        published.add(delivery.row());
      } else if (failure instanceof SourceMissingException) {
        outbox.release(delivery.row(), LATER);
      } else if (failure instanceof DroppedBodyException) {
        park(delivery.row(), "revision " + delivery.row().revision() + " stays: ", failure);
      } else if (refusal(failure)) {
        park(delivery.row(), "Kafka refuses revision " + delivery.row().revision() + ": ", failure);
      } else {
        outbox.release(delivery.row(), SOON);
        trouble = trouble == null ? failure.getMessage() : trouble;
      }
    }
    if (!published.isEmpty()) {
      outbox.published(published);
      metrics.counter("podium.ingest.published").increment(published.size());
    }
    return trouble;
  }

  private void park(OutboxTable.Row row, String what, Throwable failure) {
    String reason = what + failure.getMessage();
    publications.refused(row.page(), row.revision(), reason);
    outbox.park(row, reason);
    metrics.counter("podium.ingest.parked").increment();
    LOG.errorf("page %s is parked: %s", row.page(), reason);
  }

  private static boolean refusal(Throwable failure) {
    Throwable cause = failure instanceof PublishingException ? failure.getCause() : failure;
    return REFUSALS.stream().anyMatch(type -> type.isInstance(cause));
  }

  private static Throwable failure(CompletableFuture<Void> acknowledged) {
    try {
      acknowledged.join();
      return null;
    } catch (CompletionException e) {
      return e.getCause() == null ? e : e.getCause();
    }
  }
}
