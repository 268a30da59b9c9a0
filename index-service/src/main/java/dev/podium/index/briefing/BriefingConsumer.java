package dev.podium.index.briefing;

import dev.podium.index.change.Causes;
import dev.podium.index.change.ChangeSettings;
import dev.podium.index.schema.Schema;
import dev.podium.kit.record.RecordBatches;
import dev.podium.kit.record.RecordOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hands batches of {@code briefing.briefings.v1} to the indexer. */
@ApplicationScoped
class BriefingConsumer {

  static final String SERVICE = "index";

  private final RecordBatches batches;
  private final Schema schema;
  private final BriefingIndexer indexer;

  BriefingConsumer(
      RecordBatches batches,
      Schema schema,
      StoredBriefings stored,
      PlanWriter writer,
      IndexMetrics metrics,
      ChangeSettings changes,
      IndexSettings settings) {
    this.batches = batches;
    this.schema = schema;
    this.indexer =
        new BriefingIndexer(
            schema.generation(),
            stored,
            writer,
            new Causes(changes.lateAfter(), changes.oldAfter()),
            metrics,
            settings.togetherSize().asLongValue());
  }

  @Incoming("briefings")
  Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
    return batches.run(SERVICE, batch, this::handle);
  }

  List<RecordOutcome> handle(List<ConsumerRecord<String, byte[]>> records) {
    String missing = schema.missing();
    if (missing != null) {
      return Collections.nCopies(records.size(), new RecordOutcome.FailedForNow(missing));
    }
    List<RecordOutcome> outcomes = indexer.handle(records);
    if (outcomes.stream().anyMatch(RecordOutcome.FailedForNow.class::isInstance)) {
      schema.lookAgain();
    }
    return outcomes;
  }
}
