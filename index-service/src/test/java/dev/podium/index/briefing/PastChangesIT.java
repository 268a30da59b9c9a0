package dev.podium.index.briefing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.topic.Topics;
import dev.podium.index.Eventually;
import dev.podium.index.IndexTest;
import dev.podium.index.Sample;
import dev.podium.index.TestElasticsearch;
import dev.podium.index.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was published once is told again out of the history. */
@IndexTest
class PastChangesIT {

  private static final String QUESTION = "Que pense le ministère du nouveau phare du détroit ?";
  private static final String OTHER =
      "Quand le président se rendra-t-il dans la capitale voisine ?";

  private final Instant begun = Instant.now();
  private int count;

  @BeforeAll
  static void elasticsearchRuns() {
    TestElasticsearch.running();
  }

  private static Sample page(String name, int minute) {
    return Sample.page("past-" + name).series("past").minute(minute);
  }

  /** Edits, other words, losses and returns of exchanges and of a page, and one that came late. */
  private static List<Briefing> eventful(String name) {
    return List.of(
        page(name, 0).asked(QUESTION, "Rien.").asked(OTHER, "En mai.").present(),
        page(name, 5).asked(QUESTION, "Nous suivons.").asked(OTHER, "En mai.").present(),
        page(name, 3).asked(QUESTION, "Nous suivons un peu.").present(),
        page(name, 10).asked(QUESTION.replace("nouveau", "vieux"), "Nous suivons.").present(),
        page(name, 15).gone(),
        page(name, 20)
            .title("Point de presse corrigé")
            .asked(QUESTION.replace("nouveau", "vieux"), "Nous suivons.")
            .asked(OTHER, "En juin.")
            .present(),
        page(name, 25).spokesperson("gu-yichuan").asked(OTHER, "En juin.").present());
  }

  @Test
  void theHistoryTellsWhatWasPublished() {
    List<Briefing> revisions = new ArrayList<>();
    List<Briefing> one = eventful("one");
    List<Briefing> two = eventful("two");
    for (int i = 0; i < one.size(); i++) {
      revisions.add(one.get(i));
      revisions.add(two.get(i));
    }
    Topic.write(revisions.stream().map(this::recorded).toList());
    Topic.awaitConsumed();
    Set<String> ids = Set.of(one.getFirst().id(), two.getFirst().id());
    List<Change> published =
        Topic.read(Topics.CHANGES).stream()
            .map(r -> EventJson.read(r.value(), Change.class))
            .filter(change -> ids.contains(change.briefing().id()))
            .toList();
    assertThat(published.stream().map(Change::kind).collect(Collectors.toSet()))
        .contains(
            Change.Kind.ADDED,
            Change.Kind.EDITED,
            Change.Kind.REWORDED,
            Change.Kind.WITHDRAWN,
            Change.Kind.RESTORED,
            Change.Kind.GONE,
            Change.Kind.RETURNED);

    // Once a search sees all of them.
    Eventually.holds(() -> assertThat(walk(ids, 100)).hasSameSizeAs(published));

    assertThat(walk(ids, 100)).containsExactlyInAnyOrderElementsOf(published);
    assertThat(walk(ids, 1)).containsExactlyElementsOf(walk(ids, 100));
    assertThat(walk(ids, 3)).isSortedAccordingTo(Comparator.comparing(Change::recordedAt));
  }

  /** Each in a millisecond of its own, as they come in life. */
  private ProducerRecord<String, byte[]> recorded(Briefing briefing) {
    ProducerRecord<String, byte[]> now = Topic.toRecord(briefing);
    return new ProducerRecord<>(
        now.topic(), null, begun.toEpochMilli() + ++count, now.key(), now.value(), now.headers());
  }

  private List<Change> walk(Set<String> ids, int size) {
    List<Change> found = new ArrayList<>();
    String cursor = null;
    do {
      var request = given().queryParam("size", size).queryParam("since", begun.toString());
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      JsonNode answer =
          EventJson.read(
              request
                  .get("/v1/changes")
                  .then()
                  .statusCode(200)
                  .extract()
                  .asString()
                  .getBytes(StandardCharsets.UTF_8),
              JsonNode.class);
      List<Change> page =
          EventJson.MAPPER.convertValue(
              answer.required("changes"),
              EventJson.MAPPER.getTypeFactory().constructCollectionType(List.class, Change.class));
      assertThat(page).hasSizeLessThanOrEqualTo(size);
      page.stream().filter(change -> ids.contains(change.briefing().id())).forEach(found::add);
      cursor = answer.path("next").textValue();
    } while (cursor != null);
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "size, 0",
    "size, 101",
    "size, x",
    "cursor, x",
    "cursor, 2026-99-13T12:00:00.900Z~a~1~1",
    "since, yesterday",
    "until, x"
  })
  void wrongParametersAreNamed(String name, String value) {
    given()
        .queryParam(name, value)
        .get("/v1/changes")
        .then()
        .statusCode(400)
        .body("status", equalTo(400))
        .body("detail", org.hamcrest.Matchers.containsString(name));
  }
}
