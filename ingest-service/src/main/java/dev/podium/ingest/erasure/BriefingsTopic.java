package dev.podium.ingest.erasure;

import dev.podium.contracts.topic.Limits;
import dev.podium.contracts.topic.Topics;
import dev.podium.kit.record.BriefingPartitioner;
import dev.podium.kit.record.BrokerConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what the topic of briefings has of one, from its beginning to where it ends now. */
@ApplicationScoped
class BriefingsTopic {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> broker;

  BriefingsTopic(@Identifier("default-kafka-broker") Map<String, Object> broker) {
    this.broker = broker;
  }

  /**
   * Hands all records of a briefing to a visitor, in order.
   *
   * @param goOn asked now and then whether it is to go on
   * @return false if it was not
   * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
   */
  boolean read(
      String briefingId, BooleanSupplier goOn, Consumer<ConsumerRecord<String, byte[]>> visitor) {
    String own = briefingId + '/';
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      int partitions = consumer.partitionsFor(Topics.BRIEFINGS).size();
      TopicPartition partition =
          new TopicPartition(
              Topics.BRIEFINGS, BriefingPartitioner.partition(briefingId, partitions));
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        if (!goOn.getAsBoolean()) {
          return false;
        }
        for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
          if (found.key() != null && found.key().startsWith(own)) {
            visitor.accept(found);
          }
        }
      }
      return true;
    }
  }

  /** How many partitions a topic has. */
  int partitions(String topic) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      return consumer.partitionsFor(topic).size();
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> config = BrokerConfig.of(broker, ConsumerConfig.configNames());
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Limits.RECORD_BYTES);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Limits.RECORD_BYTES);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
