package dev.podium.index.rebuild;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.podium.index.Eventually;
import dev.podium.index.IndexTest;
import dev.podium.index.TestElasticsearch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator asks of generations, also wrongly. */
@IndexTest
class IndexesIT {

  @BeforeEach
  void elasticsearchRuns() {
    TestElasticsearch.running();
    Eventually.holds(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void aGenerationTellsItsStateAndWhereItIs() {
    given()
        .get("/v1/indexes/1")
        .then()
        .statusCode(200)
        .body("generation", is(1))
        .body("state", equalTo("serving"))
        .body("serving", is(true))
        .body("publishing", is(true))
        .body("group", equalTo("index-1"))
        .body("position.end", is(given().get("/v1/indexes/1").<Integer>path("position.end")))
        .body("indexes.alias", hasItem("history"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0", "-1", "1.5", "01", "99999999999"})
  void whatIsNoNumberIsTold(String text) {
    given()
        .get("/v1/indexes/" + text)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("bad-generation"))
        .body("detail", startsWith('"' + text + '"'));
    given().delete("/v1/indexes/" + text).then().statusCode(400);
    given().post("/v1/indexes/" + text + "/swap").then().statusCode(400);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/indexes/77, 404, no-such-generation, generation 77",
    "DELETE, /v1/indexes/77, 404, no-such-generation, generation 77",
    "POST, /v1/indexes/77/swap, 404, no-such-generation, generation 77",
    "POST, /v1/indexes/1/swap, 409, generation-serving, serves already",
    "DELETE, /v1/indexes/1, 409, generation-serving, let another one serve",
    "POST, /v1/indexes/1/swap?compare=perhaps, 400, bad-compare, not perhaps",
    "DELETE, /v1/indexes/rebuild, 400, bad-generation, no number",
    "POST, /v1/indexes, 405, method-not-allowed, ''",
    "POST, /v1/indexes/1/rollback, 404, not-found, ''",
  })
  void whatCannotBeDoneIsTold(String method, String path, int status, String code, String why) {
    given()
        .request(method, path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("detail", containsString(why));
  }

  @Test
  void whileElasticsearchIsAwayNothingIsBegun() {
    TestElasticsearch.stopped();

    given()
        .post("/v1/indexes/rebuild")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("code", equalTo("index-unavailable"))
        .body("detail", containsString("Elasticsearch"));
    given()
        .get("/v1/indexes")
        .then()
        .statusCode(200)
        .body("[0].missing", containsString("Elasticsearch"));
  }

  @Test
  void everyGenerationIsMeasured() {
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("podium_index_generation_lag{generation=\"1\"}"))
        .body(containsString("podium_index_generation_serving{generation=\"1\"} 1.0"));
  }

  @Test
  void theAddressesAreDescribed() {
    given()
        .get("/openapi?format=json")
        .then()
        .body("paths.'/v1/indexes/rebuild'.post.responses.'202'.description", startsWith("it has"))
        .body("paths.'/v1/indexes/{generation}/swap'.post.summary", startsWith("Lets"))
        .body("paths.'/v1/indexes/{generation}'.delete.summary", startsWith("Removes"));
  }
}
