package dev.podium.gateway.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.topic.Topics;
import dev.podium.local.server.LocalServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Real Kafka with the topic of changes, written to as index-service does. */
public final class ChangesTopic implements QuarkusTestResourceLifecycleManager {

  private static final int FILLER = 120;

  private final String kafka = LocalServers.kafka().bootstrapServers();

  @Override
  public Map<String, String> start() {
    create();
    return Map.of(
        "kafka.bootstrap.servers", kafka,
        "gateway.stream.heartbeat", "500ms",
        // So that most has to be read from Kafka again.
        "gateway.changes.newest", "64K");
  }

  /** Makes the topic, unless it is there. */
  public void create() {
    try (Admin admin = admin()) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(
                      Topics.CHANGES, Optional.of(Topics.LOCAL_PARTITIONS), Optional.empty())))
          .all()
          .get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Publishes changes, and waits until Kafka has them. */
  public void publish(List<Change> changes) {
    publishRaw(
        changes.stream()
            .map(c -> new ProducerRecord<>(Topics.CHANGES, c.briefing().id(), EventJson.write(c)))
            .toList());
  }

  /** Publishes what is no change. */
  public void publishNonsense(String key) {
    publishRaw(
        List.of(
            new ProducerRecord<>(Topics.CHANGES, key, null),
            new ProducerRecord<>(Topics.CHANGES, key, "{\"id\": 1".getBytes(UTF_8)),
            new ProducerRecord<>(Topics.CHANGES, key, "{\"id\": \"a\"}".getBytes(UTF_8)),
            new ProducerRecord<>(Topics.CHANGES, key, withoutAsker())));
  }

  /** A change but for something deep inside of it. */
  private static byte[] withoutAsker() {
    byte[] change = EventJson.write(new Changes("nonsense").added("without-asker"));
    JsonNode tree = EventJson.read(change, JsonNode.class);
    ((ObjectNode) tree.at("/after/question")).remove("asker");
    return EventJson.write(tree);
  }

  private void publishRaw(List<ProducerRecord<String, byte[]>> records) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "max.request.size", 8 << 20),
            new StringSerializer(),
            new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      records.forEach(one -> sent.add(producer.send(one)));
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets Kafka forget all that is there, as it does in time, and the gateway's memory too. */
  public void forget() {
    expire();
    forgetInMemory();
  }

  /** Publishes more than the gateway keeps in memory. */
  public void forgetInMemory() {
    publish(new Changes("filler").added(FILLER));
  }

  private void expire() {
    try (Admin admin = admin()) {
      Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
      for (int i = 0; i < Topics.LOCAL_PARTITIONS; i++) {
        all.put(new TopicPartition(Topics.CHANGES, i), RecordsToDelete.beforeOffset(-1));
      }
      admin.deleteRecords(all).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", kafka));
  }

  @Override
  public void stop() {
    // The server serves every test of the JVM and ends with it.
  }
}
