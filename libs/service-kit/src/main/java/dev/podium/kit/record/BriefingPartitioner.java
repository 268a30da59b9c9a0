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
    byte[] placing = topic.equals(Topics.BRIEFINGS) ? briefingId(key) : keyBytes;
    return Utils.toPositive(Utils.murmur2(placing)) % partitions;
  }

  private static byte[] briefingId(Object key) {
    String text = key.toString();
    int slash = text.indexOf('/');
    return (slash < 0 ? text : text.substring(0, slash)).getBytes(StandardCharsets.UTF_8);
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
