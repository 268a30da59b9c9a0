package dev.podium.gateway.change;

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
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
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

  private static final int TOGETHER = 200;

  // A killed instance's partitions are taken over after this, and not after Kafka's 45 s.
  private static final int SESSION_MILLIS = 12_000;

  private final Map<String, Object> broker;

  ChangeConsumers(@Identifier("default-kafka-broker") Map<String, Object> broker) {
    this.broker = broker;
  }

  /** A consumer without partitions, to be used by one thread at a time. */
  KafkaConsumer<String, byte[]> make() {
    return new KafkaConsumer<>(config(), new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** A member of a group, which begins at the end where the group is new. */
  KafkaConsumer<String, byte[]> member(String group) {
    Map<String, Object> config = config();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, TOGETHER);
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private Map<String, Object> config() {
    Map<String, Object> config = BrokerConfig.of(broker, ConsumerConfig.configNames());
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return config;
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
    } catch (RuntimeException e) {
      // Whatever is wrong with it, deep inside too: it would stop those behind it for ever.
      LOG.errorf(
          "what is at %s-%d@%d is left out: %s",
          consumed.topic(), consumed.partition(), consumed.offset(), e.getMessage());
      return Optional.empty();
    }
  }
}
