package dev.podium.ingest.frontier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IngestTest
class Http2IT {

  @AfterEach
  void noFurtherVisits() {
    given().delete("/v1/sources/two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b"})
  void isSpokenWithASiteThatOffersIt(String page) {
    Declared.yaml(Declared.declaration("two", "two.example")).post("/v1/sources");
    String path = "/news/p-" + page + ".html";
    String id = PageIds.of("https://two.example" + path);

    Eventually.holds(
        () ->
            assertThat(given().get("/v1/pages/" + id + "/revisions/1/text").asString())
                .isEqualTo("<p>" + path + " over HTTP_2</p>"));
  }
}
