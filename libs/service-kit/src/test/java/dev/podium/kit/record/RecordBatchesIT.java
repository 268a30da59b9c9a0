package dev.podium.kit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.kit.drain.Drain;
import dev.podium.local.server.LocalServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The three outcomes of a record, with dead letters on a real broker. */
class RecordBatchesIT {

  private static final Duration GENEROUS = Duration.ofSeconds(60);

  private final String topic = "records-" + UUID.randomUUID();
  private final Map<String, Object> broker =
      Map.of("bootstrap.servers", LocalServers.kafka().bootstrapServers());
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final RecordPublisher publisher = new RecordPublisher(broker, registry, Duration.ZERO);
  private final Pauses pauses = new Pauses();
  private final Drain drain = new Drain();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final RecordBatches batches =
      new RecordBatches(
          new DeadLetters(publisher, registry), pauses, drain, threads, new Settings());

  @BeforeEach
  void createTopics() throws Exception {
    try (Admin admin = Admin.create(broker)) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(topic, 1, (short) 1),
                  new NewTopic(topic + ".test.dlq", 1, (short) 1)))
          .all()
          .get();
    }
  }

  @AfterEach
  void close() {
    publisher.close();
    threads.close();
  }

  @Test
  void whatIsRejectedBecomesADeadLetterAndTheNextRecordFlows() {
    List<String> done = new ArrayList<>();

    run(
        batch("good", "garbage", "better"),
        records ->
            records.stream()
                .map(
                    r -> {
                      if (r.key().equals("garbage")) {
                        return new RecordOutcome.Rejected(
                            "no-json", "no JSON at 1:1", List.of("e1"));
                      }
                      done.add(r.key());
                      return RecordOutcome.DONE;
                    })
                .toList());

    assertThat(done).containsExactly("good", "better");
    ConsumerRecord<String, byte[]> letter = deadLetters(1).getFirst();
    assertThat(letter.key()).isEqualTo("garbage");
    assertThat(letter.value()).isEqualTo("value of garbage".getBytes(StandardCharsets.UTF_8));
    assertThat(RecordHeaders.read(letter.headers()))
        .containsEntry("own", "header of garbage")
        .containsEntry(DeadLetterHeaders.SERVICE, "test")
        .containsEntry(DeadLetterHeaders.CODE, "no-json")
        .containsEntry(DeadLetterHeaders.TEXT, "no JSON at 1:1")
        .containsEntry(DeadLetterHeaders.TOPIC, topic)
        .containsEntry(DeadLetterHeaders.PARTITION, "0")
        .containsEntry(DeadLetterHeaders.OFFSET, "1")
        .containsEntry(DeadLetterHeaders.EXCHANGES, "e1")
        .containsKey(DeadLetterHeaders.AT);
    assertThat(registry.counter("podium.dead.letters", "code", "no-json").count()).isEqualTo(1);
  }

  @Test
  void whatFailsForNowIsHandedInAgainInOrderUntilItWorksAndReadyTellsWhyMeanwhile() {
    List<List<String>> handed = new ArrayList<>();
    List<Map<String, String>> reasons = new ArrayList<>();

    run(
        batch("a", "b", "c"),
        records -> {
          handed.add(records.stream().map(ConsumerRecord::key).toList());
          reasons.add(pauses.reasons());
          boolean away = handed.size() < 6;
          return records.stream()
              .map(
                  r ->
                      away && !r.key().equals("a")
                          ? (RecordOutcome) new RecordOutcome.FailedForNow("the index is away")
                          : RecordOutcome.DONE)
              .toList();
        });

    assertThat(handed.getFirst()).containsExactly("a", "b", "c");
    assertThat(handed.subList(1, 6)).allSatisfy(r -> assertThat(r).containsExactly("b", "c"));
    assertThat(reasons.getFirst()).isEmpty();
    assertThat(reasons.getLast()).containsEntry(topic + "-0", "the index is away");
    assertThat(pauses.reasons()).isEmpty();
  }

  @Test
  void worksOnOneTopicWaitAndEndApart() {
    Drain own = new Drain();
    List<Map<String, String>> reasons = new ArrayList<>();
    RecordHandler never =
        records -> {
          reasons.add(pauses.reasons());
          if (reasons.size() > 4) {
            own.begin();
          }
          return List.of(new RecordOutcome.FailedForNow("the index is away"));
        };

    assertThatThrownBy(
            () ->
                batches
                    .run(new RecordWork("test", "generation 2", never, own), batch("a"))
                    .await()
                    .atMost(GENEROUS))
        .isInstanceOf(RecordBatches.DrainingException.class);

    assertThat(reasons.getLast()).containsEntry(topic + "-0 of generation 2", "the index is away");
    assertThat(pauses.reasons()).isEmpty();
    assertThat(drain.started()).isFalse();
  }

  @Test
  void aDrainEndsTheWaitAndLeavesTheBatchUndone() {
    assertThatThrownBy(
            () ->
                run(
                    batch("a"),
                    records -> {
                      drain.begin();
                      return List.of(new RecordOutcome.FailedForNow("the index is away"));
                    }))
        .isInstanceOf(RecordBatches.DrainingException.class);
  }

  private void run(ConsumerRecords<String, byte[]> batch, RecordHandler handler) {
    batches.run("test", batch, handler).await().atMost(GENEROUS);
  }

  private ConsumerRecords<String, byte[]> batch(String... keys) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (int offset = 0; offset < keys.length; offset++) {
      byte[] value = ("value of " + keys[offset]).getBytes(StandardCharsets.UTF_8);
      ConsumerRecord<String, byte[]> one =
          new ConsumerRecord<>(topic, 0, offset, keys[offset], value);
      RecordHeaders.put(one.headers(), "own", "header of " + keys[offset]);
      records.add(one);
    }
    return new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), records), Map.of());
  }

  private List<ConsumerRecord<String, byte[]>> deadLetters(int expected) {
    Map<String, Object> config = new HashMap<>(broker);
    List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      Set<TopicPartition> partitions = Set.of(new TopicPartition(topic + ".test.dlq", 0));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = System.nanoTime() + GENEROUS.toNanos();
      while (letters.size() < expected && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
      }
    }
    assertThat(letters).hasSize(expected);
    return letters;
  }

  private record Settings() implements RecordSettings {

    @Override
    public Duration firstBackoff() {
      return Duration.ofMillis(1);
    }

    @Override
    public Duration linger() {
      return Duration.ZERO;
    }

    @Override
    public Duration longestBackoff() {
      return Duration.ofMillis(2);
    }

    @Override
    public int failuresUntilPaused() {
      return 3;
    }
  }
}
