package dev.podium.gateway.exchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.corpus.Corpus;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class ExchangeIT {

  @Test
  void anExchangeIsServedWithItsBriefing() {
    String id = Corpus.id(Corpus.url(2, "zh"), 2);
    given()
        .get("/v1/exchanges/" + id)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("question.text", equalTo("那艘船离开港口了吗？"))
        .body("status", equalTo("live"))
        .body("briefing.language", equalTo("zh"))
        .body("$", not(hasKey("highlights")));
  }

  @Test
  void anExchangeTellsWhatProvesIt() {
    String id = Corpus.id(Corpus.url(2, "zh"), Corpus.EDITED);
    String permalink = "http://localhost:" + RestAssured.port + "/v1/exchanges/" + id;
    given()
        .get("/v1/exchanges/" + id)
        .then()
        .body("permalink", equalTo(permalink))
        .body("evidence", equalTo(permalink + "/evidence"))
        .body("revision.number", equalTo(4))
        .body("revision.fetchedAt", equalTo("2026-01-01T08:00:00.000Z"))
        .body("revision.sha256", matchesPattern("[0-9a-f]{64}"))
        .body("revision.charset", equalTo("UTF-8"))
        .body("revision.link", equalTo(Corpus.url(2, "zh") + "?fetched"))
        .body("question.segments", hasSize(1))
        .body("briefing.version", equalTo(1_767_254_400_000_001L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?language=zh&size=7", "/SIMILAR/similar?size=7"})
  void soDoesEveryOneOfAList(String list) {
    String id = Corpus.id(Corpus.url(4, "ru"), 2);
    given()
        .get("/v1/exchanges" + list.replace("SIMILAR", id))
        .then()
        .statusCode(200)
        .body("items", not(empty()))
        .body("items.permalink", everyItem(containsString("/v1/exchanges/")))
        .body("items.evidence", everyItem(endsWith("/evidence")))
        .body("items.revision.sha256", everyItem(matchesPattern("[0-9a-f]{64}")));
  }

  @Test
  void oneThatWasTakenBackStillAnswers() {
    String gone = "https://corpus.example/gone";
    given()
        .get("/v1/exchanges/" + Corpus.id(gone, 2))
        .then()
        .statusCode(200)
        .body("status", equalTo("withdrawn"))
        .body("replacedBy", nullValue())
        .body("briefing.state", equalTo("gone"));
    given()
        .get("/v1/exchanges/" + Corpus.id(gone, 3))
        .then()
        .statusCode(200)
        .body("status", equalTo("reworded"))
        .body("replacedBy", equalTo(Corpus.id(gone, 1)));
  }

  @Test
  void oneThatIsKnownNeedNotBeSentAgain() {
    String address = "/v1/exchanges/" + Corpus.id(Corpus.url(0, "fr"), 1);
    String tag = given().get(address).then().statusCode(200).extract().header("ETag");
    given().header("If-None-Match", tag).get(address).then().statusCode(304);
    given().header("If-None-Match", tag).head(address).then().statusCode(304);
    given().header("If-None-Match", "*").get(address).then().statusCode(304);
    given().header("If-None-Match", "\"x\", " + tag).get(address).then().statusCode(304);
    given().header("If-None-Match", "nonsense").get(address).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aaaaaaaaaaaaaaaa", "x", "1", "%F0%9F", "..%2f_search", "a b"})
  void whatIsNotThereIsNotFound(String id) {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/exchanges/" + id.replace(" ", "%20"))
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", equalTo(404));
  }

  @Test
  void parametersAreRefusedHereToo() {
    given()
        .get("/v1/exchanges/" + Corpus.id(Corpus.url(0, "fr"), 1) + "?version=1")
        .then()
        .statusCode(400)
        .body("errors[0].name", equalTo("version"));
  }
}
