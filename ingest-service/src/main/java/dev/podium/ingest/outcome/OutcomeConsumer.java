package dev.podium.ingest.outcome;

import dev.podium.contracts.event.MalformedEventException;
import dev.podium.contracts.identity.BriefingKey;
import dev.podium.contracts.topic.Topics;
import dev.podium.ingest.archive.Outcomes;
import dev.podium.ingest.erasure.ErasureGuard;
import dev.podium.kit.record.PublishingException;
import dev.podium.kit.record.RecordBatches;
import dev.podium.kit.record.RecordOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Reads back what became of the pages that were published. */
@ApplicationScoped
class OutcomeConsumer {

  private static final Logger LOG = Logger.getLogger(OutcomeConsumer.class);
  private static final String SERVICE = "ingest";

  private final RecordBatches batches;
  private final Outcomes outcomes;
  private final ErasureGuard guard;
  private final MeterRegistry metrics;

  OutcomeConsumer(
      RecordBatches batches, Outcomes outcomes, ErasureGuard guard, MeterRegistry metrics) {
    this.guard = guard;
    this.batches = batches;
    this.outcomes = outcomes;
    this.metrics = metrics;
  }

  @Incoming("briefings")
  Uni<Void> briefings(ConsumerRecords<String, byte[]> batch) {
    return batches.run(SERVICE, batch, this::handle);
  }

  @Incoming("dead-letters")
  Uni<Void> deadLetters(ConsumerRecords<String, byte[]> batch) {
    return batches.run(SERVICE, batch, this::handle);
  }

  private List<RecordOutcome> handle(List<ConsumerRecord<String, byte[]>> records) {
    List<Outcomes.Outcome> read = new ArrayList<>();
    List<BriefingKey> mended = new ArrayList<>();
    records.forEach(consumed -> add(read, mended, consumed));
    RecordOutcome guarded = guard(records, read);
    return Collections.nCopies(
        records.size(), guarded == RecordOutcome.DONE ? note(read, mended) : guarded);
  }

  /** What was erased on demand comes to nothing, however late it comes. */
  private RecordOutcome guard(
      List<ConsumerRecord<String, byte[]>> records, List<Outcomes.Outcome> read) {
    try {
      guard.answer(records);
      if (records.stream().anyMatch(one -> !one.topic().equals(Topics.BRIEFINGS))) {
        guard.hide(read.stream().map(Outcomes.Outcome::page));
      }
      return RecordOutcome.DONE;
    } catch (PersistenceException | QuarkusTransactionException e) {
      return new RecordOutcome.FailedForNow("the database does not answer: " + e.getMessage());
    } catch (KafkaException | PublishingException e) {
      return new RecordOutcome.FailedForNow("what was erased is answered later: " + e.getMessage());
    }
  }

  /** What cannot be read tells of no page; its own readers make a dead letter of it, not this. */
  private void add(
      List<Outcomes.Outcome> read,
      List<BriefingKey> mended,
      ConsumerRecord<String, byte[]> consumed) {
    try {
      OutcomeReader.read(consumed).ifPresent(read::add);
      OutcomeReader.mended(consumed).ifPresent(mended::add);
    } catch (MalformedEventException e) {
      metrics.counter("podium.ingest.outcomes.unreadable").increment();
      LOG.warnf(
          "%s-%d-%d tells of no page: %s",
          consumed.topic(), consumed.partition(), consumed.offset(), e.getMessage());
    }
  }

  private RecordOutcome note(List<Outcomes.Outcome> read, List<BriefingKey> mended) {
    try {
      outcomes.note(read);
      mended.forEach(
          key ->
              outcomes.mended(key.briefingId(), key.version(), "a briefing, indexed by a replay"));
      return RecordOutcome.DONE;
    } catch (PersistenceException | QuarkusTransactionException e) {
      return new RecordOutcome.FailedForNow("the database does not answer: " + e.getMessage());
    }
  }
}
