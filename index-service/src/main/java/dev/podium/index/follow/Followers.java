package dev.podium.index.follow;

import dev.podium.contracts.topic.Limits;
import dev.podium.index.briefing.Indexers;
import dev.podium.index.schema.Generation;
import dev.podium.index.schema.GenerationState;
import dev.podium.index.schema.Generations;
import dev.podium.kit.record.BrokerConfig;
import dev.podium.kit.record.RecordBatches;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** Follows the topic once for each generation that is there, all in the same way. */
@ApplicationScoped
public class Followers {

  private static final Logger LOG = Logger.getLogger(Followers.class);

  // Right after the waits have been told to end, before everything that closes clients.
  private static final int SECOND = 2;

  /** As many as keep several requests under way, in two batches that fit into a small heap. */
  private static final int RECORDS = 250;

  /** Compressed; a larger record comes alone. */
  private static final int FETCH_BYTES = 8 * 1024 * 1024;

  /** A killed instance's partitions are taken over after this, and not after Kafka's 45 s. */
  private static final int SESSION_MILLIS = 12_000;

  /** A topic that is made after the start is found after this. */
  private static final int METADATA_MILLIS = 10_000;

  private final Map<Integer, GenerationFollower> followers = new ConcurrentSkipListMap<>();
  private final Map<String, Object> broker;
  private final RecordBatches batches;
  private final Indexers indexers;
  private final FollowerMetrics metrics;
  private volatile boolean stopping;

  Followers(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      RecordBatches batches,
      Indexers indexers,
      FollowerMetrics metrics) {
    this.broker = broker;
    this.batches = batches;
    this.indexers = indexers;
    this.metrics = metrics;
  }

  /** Whether this instance decides for a generation: one does at a time, or none. */
  public boolean leads(int generation) {
    GenerationFollower follower = followers.get(generation);
    return follower != null && follower.leads();
  }

  /** What is in the way, by generation; empty when nothing is. */
  Map<Integer, String> troubles() {
    return followers.entrySet().stream()
        .filter(follower -> follower.getValue().trouble() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, f -> f.getValue().trouble()));
  }

  /** Begins to follow what is new, and ends to follow what is not there any more. */
  synchronized void follow(@Observes Generations known) {
    if (stopping) {
      return;
    }
    Set<Integer> there =
        known.all().stream().map(GenerationState::number).collect(Collectors.toSet());
    followers.keySet().stream().filter(number -> !there.contains(number)).forEach(this::end);
    known.all().stream()
        .filter(state -> !followers.containsKey(state.number()))
        .forEach(state -> begin(state.generation()));
    metrics.serving(known);
  }

  private void begin(Generation generation) {
    GenerationFollower follower =
        new GenerationFollower(
            generation,
            batches,
            () -> indexers.into(generation),
            () -> consumer(generation),
            metrics);
    followers.put(generation.number(), follower);
    metrics.begin(generation.number(), follower);
    Thread.ofPlatform().name("follower-" + generation.number()).daemon().start(follower);
    LOG.infof("generation %d is followed by the group %s", generation.number(), generation.group());
  }

  private void end(int number) {
    var unused = followers.remove(number).stop();
    metrics.end(number);
    LOG.infof("generation %d is followed no more", number);
  }

  /** Ends after the batches in hand. */
  void stop(@Observes @Priority(SECOND) ShutdownEvent event) {
    synchronized (this) {
      stopping = true;
    }
    followers.values().stream()
        .map(GenerationFollower::stop)
        .toList()
        .forEach(CompletableFuture::join);
  }

  private KafkaConsumer<String, byte[]> consumer(Generation generation) {
    Map<String, Object> config = BrokerConfig.of(broker, ConsumerConfig.configNames());
    config.put(ConsumerConfig.GROUP_ID_CONFIG, generation.group());
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class));
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Limits.RECORD_BYTES);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS);
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MILLIS);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
