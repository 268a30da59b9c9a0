package dev.podium.contracts.topic;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.page.PageEvent;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the documents for downstream readers to what the code declares. */
class AsyncApiTest {

  private static final Path DOCS = Path.of("../../docs");
  private static final PageEvent PAGE =
      new PageEvent(
          "s",
          "o",
          "r",
          "fr",
          "d",
          "UTC",
          "abcdefghijklmnop",
          1,
          PageEvent.State.PRESENT,
          Instant.EPOCH,
          "https://a.example/",
          200,
          "e",
          "l",
          "text/html",
          "UTF-8",
          "00",
          List.of(new Erased("aaaaaaaaaaaaaaaa", "privacy", Instant.EPOCH, null)));

  private static JsonNode document;

  @BeforeAll
  static void read() throws IOException {
    document = new YAMLMapper().readTree(DOCS.resolve("asyncapi.yaml").toFile());
  }

  static Stream<Topics.Topic> topics() {
    return Topics.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void describesEveryTopicAsItIsMade(Topics.Topic topic) {
    JsonNode channel = channel(topic.name());
    JsonNode kafka = channel.at("/bindings/kafka");
    JsonNode configuration = kafka.required("topicConfiguration");

    assertThat(kafka.required("topic").textValue()).isEqualTo(topic.name());
    assertThat(kafka.required("partitions").intValue()).isEqualTo(Topics.PARTITIONS);
    assertThat(configuration.required("max.message.bytes").intValue())
        .isEqualTo(Limits.RECORD_BYTES);
    assertThat(configuration.required("cleanup.policy"))
        .extracting(JsonNode::textValue)
        .containsExactly(
            switch (topic.cleanup()) {
              case DELETE -> "delete";
              case COMPACT -> "compact";
            });
    assertThat(configuration.path("retention.ms").asLong())
        .isEqualTo(topic.retention() == null ? 0 : topic.retention().toMillis());
  }

  @Test
  void describesNoOtherTopicAndPublishesAll() {
    assertThat(document.required("channels")).hasSize(Topics.ALL.size());
    assertThat(document.required("operations"))
        .extracting(operation -> operation.at("/channel/$ref").textValue())
        .containsExactlyInAnyOrderElementsOf(
            names(document.required("channels")).stream()
                .map(name -> "#/channels/" + name)
                .toList());
  }

  @Test
  void statesTheLimits() {
    JsonNode limits = document.at("/info/x-limits");

    assertThat(limits.required("bodyBytes").intValue()).isEqualTo(Limits.BODY_BYTES);
    assertThat(limits.required("recordBytes").intValue()).isEqualTo(Limits.RECORD_BYTES);
    assertThat(limits.required("compression").textValue()).isEqualTo(Limits.COMPRESSION);
    assertThat(limits.required("localPartitions").intValue()).isEqualTo(Topics.LOCAL_PARTITIONS);
  }

  @Test
  void describesTheHeadersOfPages() {
    Set<String> described = headers("pageHeaders", "properties");
    described.remove(CloudEvent.TRACEPARENT);

    assertThat(described).isEqualTo(PAGE.toHeaders().keySet());
    assertThat(headers("pageHeaders", "required")).isSubsetOf(described);
  }

  @Test
  void describesTheHeadersOfBriefingsAndChanges() {
    assertThat(headers("versionedHeaders", "required"))
        .containsExactlyInAnyOrder(
            "ce_specversion",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_id",
            "ce_time",
            CloudEvent.VERSION);
    assertThat(document.at("/components/schemas/cloudEventHeaders/properties/ce_type/enum"))
        .extracting(JsonNode::textValue)
        .containsExactly(CloudEvent.PAGE_TYPE, CloudEvent.BRIEFING_TYPE, CloudEvent.CHANGE_TYPE);
  }

  @Test
  void describesTheHeadersOfDeadLetters() {
    assertThat(names(document.at("/components/schemas/deadLetterHeaders/properties")))
        .containsExactlyInAnyOrderElementsOf(constants(DeadLetterHeaders.class));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = document.findValuesAsText("$ref");

    assertThat(references).hasSizeGreaterThan(15);
    for (String reference : references) {
      if (reference.startsWith("#")) {
        assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
      } else {
        assertThat(DOCS.resolve(reference)).exists();
      }
    }
  }

  @Test
  void theGuideNamesEveryTopicAndHeader() throws IOException {
    String guide = Files.readString(DOCS.resolve("events.md"));

    assertThat(guide)
        .contains(Topics.ALL.stream().map(topic -> '`' + topic.name() + '`').toList())
        .contains(PAGE.toHeaders().keySet())
        .contains(Topics.PARTITIONS + " partitions (" + Topics.LOCAL_PARTITIONS)
        .contains(Integer.toString(Limits.RECORD_BYTES));
  }

  private static JsonNode channel(String address) {
    return StreamSupport.stream(document.required("channels").spliterator(), false)
        .filter(channel -> channel.required("address").textValue().equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no channel for " + address));
  }

  /** Of all parts that the schema is made of. */
  private static Set<String> headers(String schema, String keyword) {
    return StreamSupport.stream(
            document.at("/components/schemas/" + schema + "/allOf").spliterator(), false)
        .map(
            part ->
                part.has("$ref") ? document.at(part.get("$ref").textValue().substring(1)) : part)
        .map(part -> part.required(keyword))
        .flatMap(
            part ->
                part.isObject()
                    ? names(part).stream()
                    : StreamSupport.stream(part.spliterator(), false).map(JsonNode::textValue))
        .collect(toSet());
  }

  private static Set<String> names(JsonNode object) {
    return object.properties().stream().map(entry -> entry.getKey()).collect(toSet());
  }

  private static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isPublic(field.getModifiers()))
        .map(AsyncApiTest::value)
        .toList();
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
