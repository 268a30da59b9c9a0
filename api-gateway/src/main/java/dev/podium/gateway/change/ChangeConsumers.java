package dev.podium.gateway.change;

import dev.podium.contracts.event.MalformedEventException;
import dev.podium.contracts.topic.Topics;
import dev.podium.kit.record.BrokerConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** Makes consumers of the topic of changes that belong to no group. */
@ApplicationScoped
class ChangeConsumers {

  private static final Logger LOG = Logger.getLogger(ChangeConsumers.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  // A larger record comes alone: these are no limits, but sizes to stop at.
  private static final int FETCH_BYTES = 4 << 20;
  private static final int PARTITION_BYTES = 1 << 20;

  private final Map<String, Object> broker;

  ChangeConsumers(@Identifier("default-kafka-broker") Map<String, Object> broker) {
    this.broker = broker;
  }

  /** A consumer without partitions, to be used by one thread at a time. */
  KafkaConsumer<String, byte[]> make() {
    Map<String, Object> config = BrokerConfig.of(broker, ConsumerConfig.configNames());
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** The topic's partitions, in order; empty where there is no such topic. */
  static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
    int count = consumer.partitionsFor(Topics.CHANGES).size();
    return IntStream.range(0, count).mapToObj(ChangeConsumers::partition).toList();
  }

  static TopicPartition partition(int number) {
    return new TopicPartition(Topics.CHANGES, number);
  }

  /** The change that a record holds; empty, and in the log, if it holds none. */
  static Optional<ChangeRecord> read(ConsumerRecord<String, byte[]> consumed) {
    try {
      return Optional.of(
          ChangeRecord.read(
              consumed.partition(), consumed.offset(), consumed.timestamp(), consumed.value()));
    } catch (MalformedEventException e) {
      LOG.errorf(
          "what is at %s-%d@%d is left out: %s",
          consumed.topic(), consumed.partition(), consumed.offset(), e.getMessage());
      return Optional.empty();
    }
  }
}
