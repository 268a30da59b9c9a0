package dev.podium.bench.index;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.BriefingKey;
import dev.podium.contracts.topic.Limits;
import dev.podium.contracts.topic.Topics;
import dev.podium.kit.record.BriefingPartitioner;
import dev.podium.kit.record.RecordHeaders;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes briefings as parse-service does. */
final class Publisher implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;

  Publisher(Servers servers) {
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers.kafka().address(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                Limits.COMPRESSION,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Limits.RECORD_BYTES,
                ProducerConfig.PARTITIONER_CLASS_CONFIG,
                BriefingPartitioner.class.getName()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Sends one; {@link #close} waits for all. */
  void send(Briefing briefing) {
    String key = new BriefingKey(briefing.id(), briefing.version()).toString();
    Map<String, String> headers =
        new CloudEvent(
                CloudEvent.BRIEFING_TYPE,
                CloudEvent.sourceOf(briefing.source()),
                briefing.id(),
                key,
                briefing.revision().fetchedAt(),
                "application/json")
            .toHeaders();
    headers.put(CloudEvent.VERSION, Long.toString(briefing.version()));
    ProducerRecord<String, byte[]> record =
        RecordHeaders.producerRecord(Topics.BRIEFINGS, key, EventJson.write(briefing), headers);
    var unused = producer.send(record);
  }

  @Override
  public void close() {
    producer.close();
  }
}
