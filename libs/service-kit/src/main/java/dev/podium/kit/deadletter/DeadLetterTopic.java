package dev.podium.kit.deadletter;

import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.contracts.topic.Limits;
import dev.podium.kit.problem.ProblemException;
import dev.podium.kit.record.BrokerConfig;
import dev.podium.kit.record.DeadLetterId;
import dev.podium.kit.record.RecordHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topic of a service's dead letters, read from end to end without a consumer group. */
final class DeadLetterTopic {

  private static final Duration POLL = Duration.ofMillis(200);

  /** So long may a read of the whole topic take before its caller is told to narrow it. */
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Map<String, Object> broker;
  private final String topic;
  private final String service;

  DeadLetterTopic(Map<String, Object> broker, Replayable work) {
    this.broker = broker;
    this.service = work.service();
    this.topic = DeadLetterId.topic(work.topic(), service);
  }

  /**
   * Hands every record of the topic, of each partition in order, to a visitor, until it has had
   * enough or there are no more.
   *
   * @param from leaves out what was written before, or null
   * @param visitor takes the record and what it says; whether it wants more
   * @throws ProblemException if Kafka does not answer, or there is more than can be read in time
   */
  void read(
      Instant from, BiPredicate<ConsumerRecord<String, byte[]>, Map<String, String>> visitor) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      seek(consumer, partitions, from);
      long waited = 0;
      while (!isThrough(consumer, ends)) {
        if (waited > PATIENCE.toNanos()) {
          throw ProblemException.unavailable(
              "dead-letters-too-many",
              "there is more than can be read in time; narrow from and to");
        }
        long start = System.nanoTime();
        ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
        waited += System.nanoTime() - start;
        for (ConsumerRecord<String, byte[]> found : polled) {
          if (!visitor.test(found, RecordHeaders.read(found.headers()))) {
            return;
          }
        }
      }
    } catch (KafkaException e) {
      throw unavailable(e);
    }
  }

  /** The letter of an id, and when it was replayed. */
  Optional<Found> find(DeadLetterId id) {
    if (!id.service().equals(service)) {
      return Optional.empty();
    }
    TopicPartition partition = new TopicPartition(topic, id.partition());
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      if (!partitions(consumer).contains(partition)) {
        return Optional.empty();
      }
      consumer.assign(List.of(partition));
      consumer.seek(partition, id.offset());
      return find(consumer, partition, id);
    } catch (KafkaException e) {
      throw unavailable(e);
    }
  }

  private Optional<Found> find(
      KafkaConsumer<String, byte[]> consumer, TopicPartition partition, DeadLetterId id) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(List.of(partition));
    if (id.offset() >= ends.get(partition)
        || id.offset() < consumer.beginningOffsets(List.of(partition)).get(partition)) {
      return Optional.empty();
    }
    ConsumerRecord<String, byte[]> letter = null;
    String replayedAt = null;
    boolean erased = false;
    while (!isThrough(consumer, ends)) {
      for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
        Map<String, String> headers = RecordHeaders.read(found.headers());
        if (found.offset() == id.offset() && !isMark(headers)) {
          letter = found;
        } else if (marks(headers, id.offset())) {
          replayedAt = headers.get(DeadLetterHeaders.AT);
        }
        erased |=
            letter != null && ErasedLetters.page(letter).equals(ErasedLetters.erased(headers));
      }
    }
    return letter == null ? Optional.empty() : Optional.of(new Found(letter, replayedAt, erased));
  }

  /**
   * A letter.
   *
   * @param replayedAt when it was replayed, or null
   * @param erased whether its page was erased, or an exchange of it
   */
  record Found(ConsumerRecord<String, byte[]> letter, String replayedAt, boolean erased) {}

  /** Whether a record only says something of others: that one was replayed, or some are hidden. */
  static boolean isMark(Map<String, String> headers) {
    return headers.containsKey(DeadLetterHeaders.REPLAYED)
        || headers.containsKey(DeadLetterHeaders.ERASED);
  }

  private static boolean marks(Map<String, String> headers, long offset) {
    return Long.toString(offset).equals(headers.get(DeadLetterHeaders.REPLAYED));
  }

  private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private static void seek(
      KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions, Instant from) {
    consumer.seekToBeginning(partitions);
    if (from == null) {
      return;
    }
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, from.toEpochMilli()));
    for (Map.Entry<TopicPartition, OffsetAndTimestamp> entry :
        consumer.offsetsForTimes(times).entrySet()) {
      if (entry.getValue() == null) {
        consumer.seekToEnd(List.of(entry.getKey()));
      } else {
        consumer.seek(entry.getKey(), entry.getValue().offset());
      }
    }
  }

  private static boolean isThrough(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static ProblemException unavailable(KafkaException e) {
    return ProblemException.unavailable(
        "kafka-unavailable", "the dead letters cannot be read now: " + e.getMessage());
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> config = BrokerConfig.of(broker, ConsumerConfig.configNames());
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Limits.RECORD_BYTES);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Limits.RECORD_BYTES);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
