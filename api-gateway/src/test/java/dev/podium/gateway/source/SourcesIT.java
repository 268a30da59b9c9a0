package dev.podium.gateway.source;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatewayTest
class SourcesIT {

  @AfterEach
  void mend() {
    DeclaredSources.failing = false;
  }

  @Test
  void everySourceComesWithWhatThereIsOfIt() {
    given()
        .get("/v1/sources")
        .then()
        .statusCode(200)
        .body(
            "items.id",
            contains(
                "corpus-ar",
                "corpus-de",
                "corpus-en",
                "corpus-es",
                "corpus-fr",
                "corpus-ru",
                "corpus-zh",
                "corpus-zh-hant",
                "empty"))
        .body("total", equalTo(9))
        .body("warnings", hasSize(0))
        .body("items.find { it.id == 'corpus-fr' }.name", equalTo("Source corpus-fr"))
        .body("items.find { it.id == 'corpus-fr' }.declared", equalTo(true))
        .body("items.find { it.id == 'corpus-fr' }.briefings", equalTo(20))
        .body("items.find { it.id == 'corpus-fr' }.exchanges", equalTo(80))
        .body("items.find { it.id == 'corpus-fr' }.first", equalTo("2024-01-01"))
        .body("items.find { it.id == 'corpus-fr' }.last", equalTo("2024-01-20"))
        .body(
            "items.find { it.id == 'corpus-fr' }.href", endsWith("/v1/exchanges?source=corpus-fr"))
        .body("items.find { it.id == 'corpus-ru' }.declared", equalTo(false))
        .body("items.find { it.id == 'corpus-ru' }.organisation", equalTo("corpus"))
        .body("items.find { it.id == 'corpus-ru' }.language", equalTo("ru"))
        .body("items.find { it.id == 'corpus-de' }.first", nullValue())
        .body("items.find { it.id == 'corpus-es' }.exchanges", equalTo(1))
        .body("items.find { it.id == 'empty' }.briefings", equalTo(0))
        .body("items.find { it.id == 'empty' }.last", nullValue());
  }

  @Test
  void whatConcernsOnlyThoseWhoRunTheServiceIsForThem() {
    given()
        .get("/v1/sources")
        .then()
        .body("items", everyItem(not(hasKey("changedBy"))))
        .body("items", everyItem(not(hasKey("overrides"))));
    given()
        .get("/v1/sources/corpus-fr")
        .then()
        .statusCode(200)
        .header("ETag", nullValue())
        .body("$", not(hasKey("changedBy")))
        .body("exchanges", equalTo(80));
    AdminKey.given()
        .get("/v1/sources/corpus-fr")
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"7\""))
        .body("changedBy", equalTo("203.0.113.9"))
        .body("exchanges", equalTo(80));
  }

  @Test
  void whileIngestServiceIsAwayTheIndexTellsWhatItKnows() {
    DeclaredSources.failing = true;

    given()
        .get("/v1/sources")
        .then()
        .statusCode(200)
        .body("warnings.code", contains("declarations-unavailable"))
        .body("total", equalTo(8))
        .body("items.declared", everyItem(nullValue()))
        .body("items.find { it.id == 'corpus-fr' }.name", nullValue())
        .body("items.find { it.id == 'corpus-fr' }.exchanges", equalTo(80));
    given().get("/v1/sources/corpus-fr").then().statusCode(200).body("briefings", equalTo(20));
    given().get("/v1/sources/empty").then().statusCode(503);
  }

  @ParameterizedTest
  @CsvSource({
    "corpus-ru, 200",
    "corpus-en, 200",
    "deleted,   410",
    "unknown,   404",
    "a%20b,     404",
    "%F0%9F,    404",
    "..%2fkeys, 404",
  })
  void whatIsNotDeclaredAnswersAsLongAsThereIsSomethingOfIt(String id, int status) {
    given().urlEncodingEnabled(false).get("/v1/sources/" + id).then().statusCode(status);
  }

  @Test
  void parametersAreRefused() {
    given().get("/v1/sources?size=1").then().statusCode(400).body("errors.name", contains("size"));
    given().get("/v1/sources/corpus-fr?x=1").then().statusCode(400);
  }

  @Test
  void headAnswersLikeGet() {
    given().head("/v1/sources").then().statusCode(200).body(equalTo(""));
  }
}
