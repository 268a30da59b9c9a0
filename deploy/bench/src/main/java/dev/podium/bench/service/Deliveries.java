package dev.podium.bench.service;

import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.identity.BriefingKey;
import dev.podium.contracts.topic.Limits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What came out of two deliveries of the same pages, briefing by briefing. */
final class Deliveries {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final Map<String, List<Output>> briefings = new HashMap<>();
  private int outputs;

  /** One record: the version in its key, and a digest of all its bytes. */
  private record Output(long version, String digest) {}

  /** Reads the briefings' topic up to these offsets. */
  static Deliveries read(String bootstrapServers, Map<TopicPartition, Long> ends) {
    Deliveries deliveries = new Deliveries();
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
            Limits.RECORD_BYTES);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (ends.keySet().stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(POLL).forEach(deliveries::add);
      }
    }
    return deliveries;
  }

  private void add(ConsumerRecord<String, byte[]> found) {
    BriefingKey key = BriefingKey.parse(found.key());
    briefings
        .computeIfAbsent(key.briefingId(), id -> new ArrayList<>())
        .add(new Output(key.version(), digest(found)));
    outputs++;
  }

  /** Without the trace, which tells of the delivery and not of the briefing. */
  private static String digest(ConsumerRecord<String, byte[]> found) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(found.value());
      for (Header header : found.headers()) {
        if (!header.key().equals(CloudEvent.TRACEPARENT)) {
          digest.update(header.key().getBytes(StandardCharsets.UTF_8));
          digest.update(header.value());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  int outputs() {
    return outputs;
  }

  int keys() {
    return briefings.size();
  }

  /** Briefings whose second delivery is not the first one again, byte for byte. */
  List<String> different() {
    return briefings.entrySet().stream()
        .filter(e -> !first(e.getValue()).equals(second(e.getValue())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Briefings whose versions came in another order than the captures of their pages. */
  List<String> disordered() {
    return briefings.entrySet().stream()
        .filter(e -> !rises(first(e.getValue())) || !rises(second(e.getValue())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Output> first(List<Output> all) {
    return all.subList(0, all.size() / 2);
  }

  private static List<Output> second(List<Output> all) {
    return all.subList(all.size() / 2, all.size());
  }

  private static boolean rises(List<Output> outputs) {
    for (int i = 1; i < outputs.size(); i++) {
      if (outputs.get(i).version() <= outputs.get(i - 1).version()) {
        return false;
      }
    }
    return true;
  }
}
