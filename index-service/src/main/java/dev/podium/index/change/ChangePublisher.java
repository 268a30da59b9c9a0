package dev.podium.index.change;

import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.identity.Versions;
import dev.podium.contracts.topic.Topics;
import dev.podium.index.document.DocumentJson;
import dev.podium.kit.record.RecordHeaders;
import dev.podium.kit.record.RecordPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes changes to {@code briefing.changes.v1}. */
@ApplicationScoped
public class ChangePublisher {

  private static final String JSON = "application/json";

  private final RecordPublisher publisher;

  ChangePublisher(RecordPublisher publisher) {
    this.publisher = publisher;
  }

  /**
   * Sends a change; completes with Kafka's acknowledgement.
   *
   * @param json writes it
   */
  public CompletableFuture<Void> publish(Change change, DocumentJson json) {
    return publisher.publish(toRecord(change, json.write(change)));
  }

  private static ProducerRecord<String, byte[]> toRecord(Change change, byte[] json) {
    String briefingId = change.briefing().id();
    Map<String, String> headers =
        new CloudEvent(
                CloudEvent.CHANGE_TYPE,
                CloudEvent.sourceOf(change.briefing().source()),
                briefingId,
                change.id(),
                Versions.fetchedAt(change.toVersion()),
                JSON)
            .toHeaders();
    headers.put(CloudEvent.VERSION, Long.toString(change.toVersion()));
    return RecordHeaders.producerRecord(Topics.CHANGES, briefingId, json, headers);
  }
}
