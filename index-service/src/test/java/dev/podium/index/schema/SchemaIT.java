package dev.podium.index.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.index.Documents;
import dev.podium.index.Eventually;
import dev.podium.index.IndexTest;
import dev.podium.index.Sample;
import dev.podium.index.TestElasticsearch;
import dev.podium.index.Topic;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IndexTest
class SchemaIT {

  @Inject Indices indices;
  @Inject SchemaSettings settings;

  @BeforeEach
  void elasticsearchRuns() {
    TestElasticsearch.running();
    Eventually.holds(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void theGenerationIsShown() {
    given()
        .get("/v1/indexes")
        .then()
        .statusCode(200)
        .body("generation", contains(1))
        .body("[0].serving", is(true))
        .body("[0].indexes.alias", contains("briefings", "exchanges", "history"))
        .body("[0].indexes.name", contains("briefings-1", "exchanges-1", "history-1"))
        .body("[0].indexes.aliased", everyItem(is(true)))
        .body("[0].indexes.analysis", everyItem(is("plugin")));
  }

  @Test
  void aFieldThatIsNotDefinedIsRefused() {
    JsonNode answer = Documents.ask("PUT", "/exchanges-1/_doc/strange", "{\"colour\": \"red\"}");

    assertThat(answer.path("error").path("type").asText())
        .isEqualTo("strict_dynamic_mapping_exception");
  }

  @Test
  void manyInstancesMayMakeOneIndex() {
    Definitions definitions = new Definitions(settings);
    List<CompletableFuture<Void>> instances = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        instances.add(
            CompletableFuture.runAsync(
                () -> {
                  indices.create(
                      "together-1",
                      definitions.of(new Generation(901), Kind.HISTORY, Analysis.PLUGIN));
                  indices.change(new AliasActions().add("together", "together-1"));
                },
                threads));
      }
      instances.forEach(CompletableFuture::join);
    }

    assertThat(indices.behind("together")).isEqualTo(Set.of("together-1"));
  }

  @Test
  void anIndexThatIsRemovedIsMadeAgainAsItWas() {
    Documents.ask("DELETE", "/exchanges-1", null);
    Briefing briefing = Sample.page("removed").asked("Et maintenant ?", "Rien.").present();

    Topic.publish(List.of(briefing));

    String id = briefing.exchanges().getFirst().id();
    Eventually.holds(
        () -> assertThat(Documents.get("exchanges", id).path("id").asText()).isEqualTo(id));
    JsonNode mapping = Documents.ask("GET", "/exchanges-1/_mapping", null);
    assertThat(mapping.at("/exchanges-1/mappings/dynamic").asText()).isEqualTo("strict");
  }
}
