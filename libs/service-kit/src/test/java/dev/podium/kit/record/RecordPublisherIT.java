package dev.podium.kit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.podium.contracts.topic.Limits;
import dev.podium.local.server.LocalServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordPublisherIT {

  /** Less than the time in which a record must be acknowledged, as Kafka demands. */
  private static final Duration LONG = Duration.ofSeconds(60);

  private final String topic = "published-" + UUID.randomUUID();
  private final Map<String, Object> broker =
      Map.of("bootstrap.servers", LocalServers.kafka().bootstrapServers());
  private final RecordPublisher publisher =
      new RecordPublisher(broker, new SimpleMeterRegistry(), LONG);

  @BeforeEach
  void createTopic() throws Exception {
    try (Admin admin = Admin.create(broker)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void whatLingersIsSentWhenItIsFlushed() {
    CompletableFuture<Void> first = publisher.publish(outgoing("first"));
    CompletableFuture<Void> second = publisher.publish(outgoing("second"));
    boolean lingered = !first.isDone() && !second.isDone();

    publisher.flush();

    assertThat(lingered).isTrue();
    assertThat(first).isCompleted();
    assertThat(second).isCompleted();
  }

  @Test
  void onlyWhatIsOfTheRecordItselfIsFinal() {
    CompletableFuture<Void> tooLarge =
        publisher.publish(new ProducerRecord<>(topic, "huge", new byte[Limits.RECORD_BYTES + 1]));
    CompletableFuture<Void> nowhere =
        publisher.publish(new ProducerRecord<>("no such topic!", "key", new byte[1]));

    assertThat(failure(tooLarge).permanent()).isTrue();
    assertThat(failure(nowhere).permanent()).isFalse();
  }

  private static PublishingException failure(CompletableFuture<Void> publishing) {
    return catchThrowableOfType(PublishingException.class, () -> RecordPublisher.await(publishing));
  }

  private ProducerRecord<String, byte[]> outgoing(String key) {
    return new ProducerRecord<>(topic, key, new byte[1_000]);
  }
}
