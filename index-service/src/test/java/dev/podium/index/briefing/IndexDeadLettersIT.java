package dev.podium.index.briefing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.topic.Topics;
import dev.podium.index.Documents;
import dev.podium.index.Eventually;
import dev.podium.index.IndexTest;
import dev.podium.index.Sample;
import dev.podium.index.TestElasticsearch;
import dev.podium.index.Topic;
import dev.podium.kit.record.RecordHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What could not be indexed, as an operator finds it, and brings it in after a fix. */
@IndexTest
class IndexDeadLettersIT {

  private static final int LONGEST_KEYWORD = 32_766;

  private final String page = UUID.randomUUID().toString();

  @BeforeAll
  static void elasticsearchRuns() {
    TestElasticsearch.running();
  }

  @Test
  void anExchangeThatStayedOutComesInByAReplayAfterTheFix() {
    Briefing briefing =
        Sample.page(page)
            .asked("Que pensez-vous ?", "Oui.")
            .outlet("x".repeat(40_000))
            .asked("Et alors ?", "Non.")
            .present();
    Topic.publish(List.of(briefing));
    String key = briefing.id() + '/' + briefing.version();
    Eventually.holds(() -> assertThat(Topic.read(Topics.BRIEFINGS_DEAD_LETTERS, key)).hasSize(1));
    String id = letterOf(briefing);
    String bad = briefing.exchanges().get(1).id();
    given()
        .get("/v1/dead-letters/" + id)
        .then()
        .statusCode(200)
        .body("letter.code", equalTo("exchange-not-indexable"))
        .body("letter.url", equalTo(briefing.url()))
        .body("letter.source", equalTo(briefing.source()))
        .body("letter.version", equalTo(briefing.version()))
        .body("letter.exchanges", equalTo(List.of(bad)))
        .body("letter.replayedAt", nullValue())
        .body("record.key", equalTo(key))
        .body("record.topic", equalTo(Topics.BRIEFINGS));

    ignoreAbove(LONGEST_KEYWORD / 4);
    try {
      replay(id, true).body("matched", equalTo(1)).body("done", equalTo(0));
      replay(id, false).body("done", equalTo(1)).body("stopped", nullValue());
    } finally {
      ignoreAbove(Integer.MAX_VALUE);
    }

    assertThat(Documents.get("exchanges", bad).path("status").asText()).isEqualTo("live");
    assertThat(Documents.get("briefings", briefing.id()).path("incomplete").isEmpty()).isTrue();
    given().get("/v1/dead-letters/" + id).then().body("letter.replayedAt", notNullValue());
    replay(id, false).body("matched", equalTo(0));
    assertThat(Topic.read(Topics.BRIEFINGS, key)).hasSize(1);
  }

  @Test
  void anExchangeThatStayedOutAndWasWithdrawnComesInToo() {
    Sample sample = Sample.page(page).outlet("x".repeat(40_000)).asked("Et alors ?", "Non.");
    Briefing first = sample.present();
    Briefing second = Sample.page(page).minute(5).asked("Que pensez-vous ?", "Oui.").present();
    Topic.publish(List.of(first, second));
    Topic.awaitConsumed();
    String bad = first.exchanges().getFirst().id();
    assertThat(Documents.get("briefings", first.id()).path("incomplete")).hasSize(1);

    ignoreAbove(LONGEST_KEYWORD / 4);
    try {
      replay(letterOf(first), false).body("done", equalTo(1));
    } finally {
      ignoreAbove(Integer.MAX_VALUE);
    }

    assertThat(Documents.get("exchanges", bad).path("status").asText()).isEqualTo("withdrawn");
    assertThat(Documents.get("briefings", first.id()).path("incomplete").isEmpty()).isTrue();
  }

  @Test
  void whatIsStillWrongIsANewLetter() {
    String key = page.replace("-", "") + "/1";
    Topic.write(
        List.of(
            RecordHeaders.producerRecord(
                Topics.BRIEFINGS,
                key,
                "no JSON".getBytes(StandardCharsets.UTF_8),
                new CloudEvent(
                        CloudEvent.BRIEFING_TYPE,
                        "/sources/" + page,
                        page,
                        key,
                        Sample.FIRST,
                        "application/json")
                    .toHeaders())));
    Eventually.holds(() -> assertThat(Topic.read(Topics.BRIEFINGS_DEAD_LETTERS, key)).hasSize(1));

    given()
        .post("/v1/dead-letters/replay?service=index&source=" + page)
        .then()
        .statusCode(200)
        .body("rejected", equalTo(1));

    given()
        .get("/v1/dead-letters?source=" + page)
        .then()
        .body("total", equalTo(2))
        .body("items[0].code", equalTo("malformed-briefing"))
        .body("items[0].replayedAt", nullValue())
        .body("items[1].replayedAt", notNullValue());
  }

  @Test
  void wrongQuestionsAreToldWhatIsWrong() {
    given().get("/v1/dead-letters?service=parse").then().statusCode(400);
    given().get("/v1/dead-letters?limit=0").then().statusCode(400);
    given().get("/v1/dead-letters?from=yesterday").then().statusCode(400);
    given().get("/v1/dead-letters?from=2026-02-02&to=2026-01-01").then().statusCode(400);
    given().get("/v1/dead-letters/nothing").then().statusCode(400);
    given().get("/v1/dead-letters/index-0-999999").then().statusCode(404);
    given().get("/v1/dead-letters/parse-0-0").then().statusCode(404);
    given().post("/v1/dead-letters/replay?dryRun=perhaps").then().statusCode(400);
  }

  private static String letterOf(Briefing briefing) {
    return given()
        .get("/v1/dead-letters?service=index&code=exchange-not-indexable&limit=1000")
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.url == '" + briefing.url() + "' }.id");
  }

  private static io.restassured.response.ValidatableResponse replay(String id, boolean dryRun) {
    return given()
        .post("/v1/dead-letters/replay?id=" + id + "&dryRun=" + dryRun)
        .then()
        .statusCode(200);
  }

  private static void ignoreAbove(int length) {
    Documents.ask(
        "PUT",
        "/exchanges/_mapping",
        "{\"properties\":{\"outlets\":{\"type\":\"keyword\",\"ignore_above\":" + length + "}}}");
  }
}
