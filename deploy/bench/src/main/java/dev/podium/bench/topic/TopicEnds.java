package dev.podium.bench.topic;

import dev.podium.contracts.topic.Topics;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How much is in a topic, as the broker sees it. */
public final class TopicEnds implements AutoCloseable {

  private final Admin admin;
  private final String topic;

  public TopicEnds(String bootstrapServers, String topic) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    this.topic = topic;
  }

  /** How many records were ever written. */
  public long count() {
    return ends(admin, topic).values().stream().mapToLong(Long::longValue).sum();
  }

  /** The offsets behind the last record of each partition. */
  public static Map<TopicPartition, Long> ends(Admin admin, String topic) {
    var latest = partitions(topic, OffsetSpec.latest());
    return result(admin.listOffsets(latest).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  /** The same for each partition of a topic. */
  public static <T> Map<TopicPartition, T> partitions(String topic, T value) {
    return IntStream.range(0, Topics.LOCAL_PARTITIONS)
        .mapToObj(partition -> new TopicPartition(topic, partition))
        .collect(Collectors.toMap(partition -> partition, partition -> value));
  }

  /** Waits for an answer of the broker. */
  public static <T> T result(KafkaFuture<T> answer) {
    return answer.toCompletionStage().toCompletableFuture().join();
  }

  @Override
  public void close() {
    admin.close();
  }
}
