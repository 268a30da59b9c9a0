package dev.podium.index.restart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.topic.Topics;
import dev.podium.index.Documents;
import dev.podium.index.Topic;
import dev.podium.kit.record.RecordHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All that the service has made.
 *
 * @param documents by index, then id: version and source
 * @param changes by briefing, in the order of their first arrival, without repeats
 * @param repeats how many changes came again
 */
record View(
    Map<String, Map<String, String>> documents, Map<String, List<String>> changes, int repeats) {

  private static final int PAGE = 2_000;

  static View of(OwnServers servers) {
    Map<String, Map<String, String>> documents = new TreeMap<>();
    for (String index : List.of("briefings", "exchanges", "history")) {
      documents.put(index, documents(servers.elasticsearchUrl(), index));
    }
    Map<String, String> first = new HashMap<>();
    Map<String, List<String>> changes = new TreeMap<>();
    int repeats = 0;
    for (ConsumerRecord<String, byte[]> change :
        Topic.readFrom(servers.kafka().address(), Topics.CHANGES)) {
      String id = RecordHeaders.read(change.headers()).get("ce_id");
      String json = new String(change.value(), StandardCharsets.UTF_8);
      String known = first.putIfAbsent(id, json);
      if (known == null) {
        changes.computeIfAbsent(change.key(), key -> new ArrayList<>()).add(json);
      } else {
        assertThat(json).isEqualTo(known);
        repeats++;
      }
    }
    return new View(documents, changes, repeats);
  }

  /** How many documents an index has. */
  int count(String index) {
    return documents.get(index).size();
  }

  private static Map<String, String> documents(String elasticsearch, String index) {
    Documents.ask(elasticsearch, "POST", '/' + index + "/_refresh", null);
    Map<String, String> found = new TreeMap<>();
    JsonNode page =
        Documents.ask(
            elasticsearch,
            "POST",
            '/' + index + "/_search?scroll=1m",
            "{\"size\": %d, \"sort\": [\"_doc\"]}".formatted(PAGE));
    while (!page.path("hits").path("hits").isEmpty()) {
      for (JsonNode hit : page.path("hits").path("hits")) {
        // How often something was written is no part of it.
        found.put(hit.path("_id").asText(), hit.path("_source").toString());
      }
      page =
          Documents.ask(
              elasticsearch,
              "POST",
              "/_search/scroll",
              "{\"scroll\": \"1m\", \"scroll_id\": %s}".formatted(page.path("_scroll_id")));
    }
    return found;
  }
}
