package dev.podium.kit.record;

import dev.podium.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/**
 * Kafka's own placement by key, but for briefings by the briefing id alone, so that all versions of
 * one briefing stay in order.
 */
public final class BriefingPartitioner implements Partitioner {

  @Override
  public int partition(
      String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
    int partitions = cluster.partitionsForTopic(topic).size();
    if (keyBytes == null) {
      return ThreadLocalRandom.current().nextInt(partitions);
    }
    return topic.equals(Topics.BRIEFINGS)
        ? partition(briefingId(key), partitions)
        : place(keyBytes, partitions);
  }

  /** The partition of {@code briefing.briefings.v1} that all versions of a briefing are in. */
  public static int partition(String briefingId, int partitions) {
    return place(briefingId.getBytes(StandardCharsets.UTF_8), partitions);
  }

  private static int place(byte[] bytes, int partitions) {
    return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
  }

  private static String briefingId(Object key) {
    String text = key.toString();
    int slash = text.indexOf('/');
    return slash < 0 ? text : text.substring(0, slash);
  }

  @Override
  public void configure(Map<String, ?> configs) {
    // It has no settings.
  }

  @Override
  public void close() {
    // It holds nothing.
  }
}
