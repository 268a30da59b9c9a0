package dev.podium.index.briefing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.topic.Topics;
import dev.podium.index.Documents;
import dev.podium.index.Eventually;
import dev.podium.index.IndexTest;
import dev.podium.index.Sample;
import dev.podium.index.TestElasticsearch;
import dev.podium.index.Topic;
import dev.podium.index.schema.Schema;
import dev.podium.kit.record.RecordOutcome;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@IndexTest
class OutageIT {

  private static final int BRIEFINGS = 300;

  @Inject Indexers indexers;
  @Inject Schema schema;

  private final String run = UUID.randomUUID().toString();

  @AfterEach
  void elasticsearchRuns() {
    TestElasticsearch.running();
  }

  @Test
  void nothingIsLostWhileElasticsearchIsAway() {
    TestElasticsearch.running();
    List<Briefing> briefings = IntStream.range(0, BRIEFINGS).mapToObj(this::briefing).toList();
    Topic.publish(briefings.subList(0, BRIEFINGS / 3));
    TestElasticsearch.stopped();

    Topic.publish(briefings.subList(BRIEFINGS / 3, BRIEFINGS));

    Eventually.holds(
        () ->
            given()
                .get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(containsString("Elasticsearch")));
    given().get("/q/health/live").then().statusCode(200);
    TestElasticsearch.running();
    awaitIndexed(BRIEFINGS);
    assertThat(Documents.count("exchanges", "{\"term\": {\"briefing.series\": \"" + run + "\"}}"))
        .isEqualTo(2L * BRIEFINGS);
    assertThat(Topic.read(Topics.BRIEFINGS_DEAD_LETTERS))
        .noneMatch(r -> briefings.stream().anyMatch(b -> r.key().startsWith(b.id())));
    Eventually.holds(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  /** As Elasticsearch does by itself when a disk is nearly full (its flood stage). */
  @Test
  void nothingIsLostWhileTheIndexIsReadOnly() {
    TestElasticsearch.running();
    List<Briefing> briefings = IntStream.range(0, 10).mapToObj(this::briefing).toList();
    Topic.publish(briefings.subList(0, 1));
    awaitIndexed(1);
    readOnly(true);
    try {
      Topic.publish(briefings.subList(1, 10));
      Eventually.holds(
          () ->
              given()
                  .get("/q/health/ready")
                  .then()
                  .statusCode(503)
                  .body(containsString("cluster_block_exception")));
    } finally {
      readOnly(false);
    }
    awaitIndexed(10);
    assertThat(Topic.read(Topics.BRIEFINGS_DEAD_LETTERS))
        .noneMatch(r -> briefings.stream().anyMatch(b -> r.key().startsWith(b.id())));
  }

  /** Elasticsearch is away so long that it is not known any more which indices there are. */
  @Test
  void anEditDoesNotOvertakeWhatCameWhileNothingWasKnownOfTheIndices() {
    TestElasticsearch.running();
    Sample page = Sample.page(run).series(run);
    var original = List.of(Topic.consumed(page.statement("Première déclaration").present(), 0));
    var edit = List.of(Topic.consumed(page.minute(5).statement("Deuxième").present(), 1));
    Succession succession = indexers.into(schema.look().serving().orElseThrow().generation());
    Succession.Turn first = succession.next();
    Succession.Turn second = succession.next();
    TestElasticsearch.stopped();
    Eventually.holds(() -> assertThat(schema.current()).isEmpty());

    assertThat(first.handle(original)).hasOnlyElementsOfType(RecordOutcome.FailedForNow.class);
    TestElasticsearch.running();
    Eventually.holds(() -> assertThat(schema.current()).isPresent());

    assertThat(second.handle(edit)).hasOnlyElementsOfType(RecordOutcome.FailedForNow.class);
    assertThat(first.handle(original)).containsExactly(RecordOutcome.DONE);
    assertThat(second.handle(edit)).containsExactly(RecordOutcome.DONE);
  }

  private void awaitIndexed(int count) {
    Eventually.holds(
        () ->
            assertThat(Documents.count("briefings", "{\"term\": {\"series\": \"" + run + "\"}}"))
                .isEqualTo(count));
  }

  private static void readOnly(boolean full) {
    Documents.ask(
        "PUT",
        "/exchanges/_settings",
        "{\"index.blocks.read_only_allow_delete\": " + (full ? "true" : "null") + "}");
  }

  private Briefing briefing(int number) {
    return Sample.page(run + '-' + number)
        .series(run)
        .asked("Question numéro " + number + " ?", "Réponse " + number)
        .statement("Déclaration " + number)
        .present();
  }
}
