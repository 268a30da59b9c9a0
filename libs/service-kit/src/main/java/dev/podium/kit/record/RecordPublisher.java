package dev.podium.kit.record;

import dev.podium.contracts.topic.Limits;
import dev.podium.kit.trace.RecordTracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes records: idempotent, compressed, acknowledged by all in-sync replicas, in the order of
 * the calls for each partition, with the current trace in their headers.
 */
@ApplicationScoped
public class RecordPublisher {

  /** Several records share a batch, which costs producer and broker less than one for each. */
  private static final int BATCH_BYTES = 1 << 18;

  /** Texts become about as small as at Kafka's own level 3, in half the time. */
  private static final int ZSTD_LEVEL = 1;

  /** All else passes, or somebody can mend it: rights, fencing, a broker that is away. */
  private static final List<Class<? extends KafkaException>> OF_THE_RECORD =
      List.of(
          RecordTooLargeException.class,
          RecordBatchTooLargeException.class,
          InvalidRecordException.class,
          SerializationException.class);

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaClientMetrics metrics;

  @Inject
  RecordPublisher(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      MeterRegistry registry,
      RecordSettings settings) {
    this(broker, registry, settings.linger());
  }

  /**
   * Connects to the broker.
   *
   * @param linger how long a record may wait for others to share its batch
   */
  public RecordPublisher(Map<String, Object> broker, MeterRegistry registry, Duration linger) {
    this.producer = new KafkaProducer<>(config(broker, linger));
    this.metrics = new KafkaClientMetrics(producer);
    metrics.bindTo(registry);
  }

  /**
   * Sends a record, soon: it may wait for others to share its batch, or for {@link #flush}.
   *
   * @return completes when Kafka has acknowledged the record, otherwise fails with a {@link
   *     PublishingException}
   */
  public CompletableFuture<Void> publish(ProducerRecord<String, byte[]> outgoing) {
    return send(outgoing, place -> null);
  }

  /**
   * Sends a record and waits until Kafka has acknowledged it.
   *
   * @return where it is
   * @throws PublishingException if it is not acknowledged
   */
  public RecordMetadata publishNow(ProducerRecord<String, byte[]> outgoing) {
    return await(send(outgoing, place -> place));
  }

  /** Sends what waits for others, and returns when all of it is acknowledged or has failed. */
  public void flush() {
    producer.flush();
  }

  private <T> CompletableFuture<T> send(
      ProducerRecord<String, byte[]> outgoing, Function<RecordMetadata, T> result) {
    RecordTracing.inject(outgoing.headers());
    CompletableFuture<T> acknowledged = new CompletableFuture<>();
    // Not the record itself, which would stay in memory until it is acknowledged.
    String topic = outgoing.topic();
    try {
      var unused =
          producer.send(
              outgoing,
              (metadata, e) -> {
                if (e == null) {
                  acknowledged.complete(result.apply(metadata));
                } else {
                  acknowledged.completeExceptionally(failure(topic, e));
                }
              });
    } catch (KafkaException e) {
      acknowledged.completeExceptionally(failure(topic, e));
    }
    return acknowledged;
  }

  /**
   * Sends records and waits for all.
   *
   * @throws PublishingException for the first that is not acknowledged
   */
  public void publishAll(List<ProducerRecord<String, byte[]>> records) {
    List<CompletableFuture<Void>> sent = records.stream().map(this::publish).toList();
    for (CompletableFuture<Void> one : sent) {
      await(one);
    }
  }

  /**
   * Waits for an acknowledgement.
   *
   * @throws PublishingException if there is none
   */
  public static <T> T await(CompletableFuture<T> acknowledgement) {
    try {
      return acknowledgement.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof PublishingException failed) {
        throw failed;
      }
      throw e;
    }
  }

  // Not on the shutdown event: the batch in hand still publishes then.
  @PreDestroy
  void close() {
    metrics.close();
    producer.close();
  }

  private static PublishingException failure(String topic, Exception e) {
    return new PublishingException(
        "Kafka did not take a record for " + topic + ": " + e.getMessage(),
        OF_THE_RECORD.stream().anyMatch(fault -> fault.isInstance(e)),
        e);
  }

  private static Map<String, Object> config(Map<String, Object> broker, Duration linger) {
    Map<String, Object> config = BrokerConfig.of(broker, ProducerConfig.configNames());
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, Limits.COMPRESSION);
    config.put(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG, ZSTD_LEVEL);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.RECORD_BYTES);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * Limits.RECORD_BYTES);
    config.put(ProducerConfig.LINGER_MS_CONFIG, linger.toMillis());
    config.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, BriefingPartitioner.class.getName());
    return config;
  }
}
