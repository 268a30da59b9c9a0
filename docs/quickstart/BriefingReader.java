import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads all briefings from Kafka, keeps of each what a reader is to show, and ends when it has read what is there.
 *
 * <p>{@code java -cp 'deploy/local/target/lib/*' docs/quickstart/BriefingReader.java [BOOTSTRAP]}: Java 17 or later, with
 * kafka-clients and jackson-databind.
 */
public final class BriefingReader {

  private static final String TOPIC = "briefing.briefings.v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of each briefing, its versions by number: a tombstone may take the highest away. */
  private final Map<String, TreeMap<Long, JsonNode>> briefings = new TreeMap<>();

  private final Set<String> seen = new HashSet<>();
  private int repeats;

  public static void main(String[] arguments) throws IOException {
    BriefingReader reader = new BriefingReader();
    reader.readAll(arguments.length > 0 ? arguments[0] : "127.0.0.1:9092");
    reader.print();
  }

  private void readAll(String bootstrap) throws IOException {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrap);
    settings.put("auto.offset.reset", "earliest");
    // Records are up to 32 MiB.
    settings.put("fetch.max.bytes", 33_554_432);
    settings.put("max.partition.fetch.bytes", 33_554_432);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      // Without a group: who goes on where it was sets group.id, subscribes, and commits after it has written.
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          take(record);
        }
      }
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) throws IOException {
    // The key is the briefing's id, a slash and the version.
    String id = record.key().substring(0, record.key().indexOf('/'));
    long version = Long.parseLong(record.key().substring(id.length() + 1));
    TreeMap<Long, JsonNode> versions = briefings.computeIfAbsent(id, key -> new TreeMap<>());
    if (record.value() == null) {
      // A tombstone erases this one version.
      versions.remove(version);
      return;
    }
    if (!"briefing.briefing.v1".equals(header(record, "ce_type"))) {
      return;
    }
    if (!seen.add(header(record, "ce_id"))) {
      // At least once: a record may come again, with the same id. The later one counts, as of equal versions.
      repeats++;
    }
    JsonNode briefing = JSON.readTree(record.value());
    if (briefing.path("rejection").isNull()) {
      versions.put(version, briefing);
    }
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  private void print() {
    briefings.values().removeIf(TreeMap::isEmpty);
    for (TreeMap<Long, JsonNode> versions : briefings.values()) {
      // The highest version, never the last offset: captures may be imported late.
      JsonNode briefing = versions.lastEntry().getValue();
      if (briefing.path("state").asText().equals("gone")) {
        // The page has disappeared: what it said last stays.
        Map.Entry<Long, JsonNode> before = versions.lowerEntry(versions.lastKey());
        briefing = before == null ? briefing : before.getValue();
      }
      System.out.printf(
          "%s %s %s %d exchanges: %s%n",
          briefing.path("id").asText(),
          briefing.path("language").asText(),
          briefing.path("date").asText(),
          briefing.path("exchanges").size(),
          briefing.path("title").asText());
    }
    System.out.printf("%d briefings, %d records came again%n", briefings.size(), repeats);
  }
}
