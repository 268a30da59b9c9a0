package dev.podium.kit.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.identity.BriefingKey;
import dev.podium.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;

class BriefingPartitionerTest {

  private final BriefingPartitioner partitioner = new BriefingPartitioner();

  @Test
  void keepsAllVersionsOfABriefingInOnePartitionAndSpreadsBriefings() {
    Set<Integer> used = new HashSet<>();
    for (int briefing = 0; briefing < 200; briefing++) {
      String id = "briefing" + briefing;
      Set<Integer> ofOne = new HashSet<>();
      for (long version = 1; version < 50; version++) {
        ofOne.add(place(Topics.BRIEFINGS, new BriefingKey(id, version).toString()));
      }
      assertThat(ofOne).hasSize(1);
      used.addAll(ofOne);
    }
    assertThat(used).hasSize(Topics.PARTITIONS);
  }

  @Test
  void placesPagesAsKafkaItselfDoes() {
    for (int page = 0; page < 100; page++) {
      String url = "https://www.example.org/a/" + page;
      assertThat(place(Topics.PAGES, url))
          .isEqualTo(
              BuiltInPartitioner.partitionForKey(
                  url.getBytes(StandardCharsets.UTF_8), Topics.PARTITIONS));
    }
  }

  private int place(String topic, String key) {
    return partitioner.partition(
        topic, key, key.getBytes(StandardCharsets.UTF_8), null, null, cluster(topic));
  }

  private static Cluster cluster(String topic) {
    Node node = new Node(1, "localhost", 1);
    List<PartitionInfo> partitions =
        IntStream.range(0, Topics.PARTITIONS)
            .mapToObj(p -> new PartitionInfo(topic, p, node, new Node[] {node}, new Node[] {node}))
            .toList();
    return new Cluster("test", List.of(node), partitions, Set.of(), Set.of());
  }
}
