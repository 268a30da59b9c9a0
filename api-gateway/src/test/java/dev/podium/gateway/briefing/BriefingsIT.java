package dev.podium.gateway.briefing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.contracts.identity.PageIds;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.corpus.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class BriefingsIT {

  @Test
  void aBriefingIsServedAsTheContractHasIt() {
    String id = PageIds.of(Corpus.url(0, "fr"));
    given()
        .get("/v1/briefings/" + id)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("version", equalTo(1767254400000001L))
        .body("state", equalTo("present"))
        .body("date", equalTo("2024-01-01"))
        .body("publishedOn", nullValue())
        .body("$", hasKey("publishedAt"))
        .body("revision.fetchedAt", equalTo("2026-01-01T08:00:00.000Z"))
        .body("revision.number", equalTo(4))
        .body("spokespersons.id", contains("ann-one"))
        .body("exchanges.ordinal", contains(1, 2, 3, 4))
        .body("exchanges[1].question.asker.label", equalTo("AFP"))
        .body("incomplete", hasSize(0));
  }

  @Test
  void aBriefingThatIsGoneIsServedAsItLastWas() {
    given()
        .get("/v1/briefings/" + PageIds.of("https://corpus.example/gone"))
        .then()
        .statusCode(200)
        .body("state", equalTo("gone"))
        .body("title", equalTo("Se fue"))
        .body("exchanges", hasSize(3));
  }

  @Test
  void aBriefingThatIsKnownNeedNotBeSentAgain() {
    String address = "/v1/briefings/" + PageIds.of(Corpus.url(0, "fr"));
    String tag = given().get(address).then().statusCode(200).extract().header("ETag");
    given()
        .header("If-None-Match", tag)
        .get(address)
        .then()
        .statusCode(304)
        .header("ETag", equalTo(tag))
        .body(equalTo(""));
    given().header("If-None-Match", "\"other\"").get(address).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"aaaaaaaaaaaaaaaa", "x", "AAAAAAAAAAAAAAAA", "%2e%2e", "a%00b", "_search"})
  void whatIsNotThereIsNotFound(String id) {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/briefings/" + id)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", equalTo(404));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size=1                                     | 102",
        "language=zh                                | 20",
        "language=zh-Hant                           | 4",
        "source=corpus-fr&source=corpus-en          | 40",
        "organisation=corpus&series=regular         | 102",
        "occasion=corpus:regular:2024-01-03         | 5",
        "spokesperson=ann-one                       | 100",
        "spokesperson=bea-two                       | 0",
        "state=gone                                 | 1",
        "from=2024-01-01&to=2024-01-02              | 10",
        "dated=true                                 | 101",
        "dated=false                                | 1",
        "url=https://corpus.example/fr/2024-01-01   | 1",
        "url=http://CORPUS.example:80/fr/./2024-01-01%23top | 1",
        "url=https://corpus.example/none            | 0",
        "q=day%20TITLE                              | 100",
        "q=ohne%20d%C3%A1tum                        | 1",
        "q=ohne%20Gespr%C3%A4che                    | 0",
      })
  void filtersLetThroughWhatTheySay(String query, int total) {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/briefings?" + query)
        .then()
        .statusCode(200)
        .body("total", equalTo(total));
  }

  @Test
  void anItemLeadsToTheWholeBriefing() {
    String href =
        given()
            .queryParam("url", Corpus.url(0, "fr"))
            .get("/v1/briefings")
            .then()
            .body("items[0].exchangeCount", equalTo(4))
            .body("items[0].questionCount", equalTo(3))
            .body("items[0].title", equalTo("Title of day 0"))
            .body("items[0].link", equalTo(Corpus.url(0, "fr") + "?fetched"))
            .body("items[0].spokespersons.name", contains("Ann One"))
            .body("items[0]", not(hasKey("exchanges")))
            .extract()
            .path("items[0].href");
    given().get(href).then().statusCode(200).body("exchanges", hasSize(4));
  }

  @Test
  void newestComeFirstUnlessAsked() {
    given().get("/v1/briefings").then().body("items[0].date", equalTo("2024-01-20"));
    given()
        .get("/v1/briefings?sort=oldest&language=fr")
        .then()
        .body("items[0].date", equalTo("2024-01-01"))
        .body("items.language", everyItem(equalTo("fr")));
  }

  @ParameterizedTest
  @CsvSource({
    "url=nothing, url",
    "url=ftp://x.example/, url",
    "url=https://u:p@x.example/, url",
    "asker=x, asker",
    "sort=relevance, sort",
    "state=other, state",
    "facets=language, facets",
  })
  void wrongParametersAreNamed(String query, String name) {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/briefings?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.name", contains(name));
  }
}
