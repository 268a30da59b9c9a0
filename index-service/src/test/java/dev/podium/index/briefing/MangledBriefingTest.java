package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.event.MalformedEventException;
import dev.podium.contracts.identity.Versions;
import dev.podium.index.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in the place of a field, the record is refused or indexed, and the next too. */
class MangledBriefingTest {

  private static final String EXAMPLE =
      "/dev/podium/contracts/examples/briefing.question-and-answer.json";
  private static final List<String> WRONG = List.of("null", "\"x\"", "-7", "true", "[null]", "{}");

  @Test
  void isRefusedOrIndexed() throws IOException {
    ObjectNode example = example();
    Briefing first = at(example, 0, -1);
    Briefing next = at(example, 1, 1);
    List<JsonPointer> places = new ArrayList<>();
    collect(example, JsonPointer.empty(), places);
    List<String> failures = new ArrayList<>();
    int taken = 0;

    for (JsonPointer place : places) {
      for (String wrong : WRONG) {
        ObjectNode mangled = example.deepCopy();
        replace(mangled, place, EventJson.MAPPER.readTree(wrong));
        try {
          Arrival arrival = BriefingRecords.read(record(example, mangled));
          MemoryIndex index = new MemoryIndex();
          index.index(first);
          index.index(arrival.briefing(), arrival.recordedAt());
          index.index(next);
          taken++;
        } catch (MalformedEventException e) {
          if (e.getMessage().contains("NullPointer")) {
            failures.add(place + " = " + wrong + " does not say what is wrong: " + e.getMessage());
          }
        } catch (RuntimeException e) {
          failures.add(place + " = " + wrong + ": " + e);
        }
      }
    }

    assertThat(failures).isEmpty();
    assertThat(taken).isGreaterThan(places.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"state\": \"gone\"}",
        "{\"erased\": [{\"erasure\": \"x\", \"reason\": \"other\", \"at\": null,"
            + " \"exchangeId\": \"abcdefghijklmnop\"}]}",
        "{\"erased\": [{\"erasure\": \"x\", \"reason\": \"other\","
            + " \"at\": \"+200000-01-01T00:00:00.000Z\", \"exchangeId\": \"abcdefghijklmnop\"}]}",
        "{\"erased\": [{\"erasure\": \"x\", \"reason\": \"other\","
            + " \"at\": \"2026-03-13T12:00:00.000Z\", \"exchangeId\": null}]}",
        "{\"erased\": [{\"erasure\": \"x\", \"reason\": \"other\","
            + " \"at\": \"2026-03-13T12:00:00.000Z\", \"exchangeId\": \"?\"}]}",
        "{\"erased\": [{\"erasure\": null, \"reason\": \"other\","
            + " \"at\": \"2026-03-13T12:00:00.000Z\", \"exchangeId\": \"abcdefghijklmnop\"}]}"
      })
  void isRefusedWhereItContradictsItself(String fields) throws IOException {
    ObjectNode mangled = example().deepCopy();
    mangled.setAll((ObjectNode) EventJson.MAPPER.readTree(fields));

    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> BriefingRecords.read(record(example(), mangled)));
  }

  private static ObjectNode example() throws IOException {
    try (InputStream json = Briefing.class.getResourceAsStream(EXAMPLE)) {
      return (ObjectNode) EventJson.MAPPER.readTree(json);
    }
  }

  /** Another revision of the page, which has some of its exchanges. */
  private static Briefing at(ObjectNode example, int without, int hours) {
    ObjectNode json = example.deepCopy();
    Instant fetchedAt =
        Versions.fetchedAt(example.path("version").asLong()).plus(Duration.ofHours(hours));
    json.put("version", Versions.of(fetchedAt, 1));
    ((ObjectNode) json.path("revision")).put("fetchedAt", EventJson.utcMillis(fetchedAt));
    ((ArrayNode) json.path("exchanges")).remove(without);
    return EventJson.MAPPER.convertValue(json, Briefing.class);
  }

  private static void collect(JsonNode node, JsonPointer here, List<JsonPointer> places) {
    if (node.isObject()) {
      node.fieldNames().forEachRemaining(n -> collect(node.get(n), here.appendProperty(n), places));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), here.appendIndex(i), places);
    }
    if (!here.matches()) {
      places.add(here);
    }
  }

  private static void replace(ObjectNode root, JsonPointer place, JsonNode value) {
    JsonNode parent = root.at(place.head());
    if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
    }
  }

  private static ConsumerRecord<String, byte[]> record(ObjectNode example, ObjectNode mangled) {
    ProducerRecord<String, byte[]> good =
        Topic.toRecord(EventJson.MAPPER.convertValue(example, Briefing.class));
    ConsumerRecord<String, byte[]> bad =
        new ConsumerRecord<>(good.topic(), 0, 0, good.key(), EventJson.write(mangled));
    good.headers().forEach(bad.headers()::add);
    return bad;
  }
}
