package dev.podium.gateway.exchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.corpus.Corpus;
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
