package dev.podium.parse.stream;

import dev.podium.kit.record.RecordBatches;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the pages' topic, batch by batch. */
@ApplicationScoped
class PageConsumer {

  static final String SERVICE = "parse";

  private final RecordBatches batches;
  private final PageHandler handler;

  PageConsumer(RecordBatches batches, PageHandler handler) {
    this.batches = batches;
    this.handler = handler;
  }

  @Incoming("pages")
  Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
    return batches.run(SERVICE, batch, handler);
  }
}
