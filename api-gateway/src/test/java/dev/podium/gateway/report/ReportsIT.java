package dev.podium.gateway.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.corpus.Corpus;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class ReportsIT {

  private static final String TEXT = "Reuters, pas l’AFP : <b>«𠮷»</b>\n'; drop table report;--";

  @Test
  void aReadersWordIsKeptForThoseWhoRunIt() {
    String exchange = Corpus.id(Corpus.url(1, "fr"), 2);
    String location =
        report(exchange, "{\"kind\": \"wrong-asker\", \"text\": " + quoted(TEXT) + "}")
            .statusCode(201)
            .body("status", equalTo("open"))
            .body("text", equalTo(TEXT))
            .body("exchange", endsWith("/v1/exchanges/" + exchange))
            .body("contact", nullValue())
            .extract()
            .header("Location");
    String path = location.substring(location.indexOf("/v1/"));

    given().get(path).then().statusCode(401);
    AdminKey.given().get(path).then().statusCode(200).body("text", equalTo(TEXT));
    AdminKey.given()
        .get("/v1/reports?status=open&exchange=" + exchange)
        .then()
        .statusCode(200)
        .body("items.kind", contains("wrong-asker"))
        .body("items.source", contains("corpus-fr"));

    change(path, "{\"status\": \"closed\", \"note\": \"mended\"}")
        .statusCode(200)
        .body("status", equalTo("closed"))
        .body("closedBy", containsString("key:"))
        .body("closedAt", notNullValue())
        .body("note", equalTo("mended"));
    AdminKey.given()
        .get("/v1/reports?status=open&exchange=" + exchange)
        .then()
        .body("items", hasSize(0));
    change(path, "{\"status\": \"open\"}")
        .body("closedAt", nullValue())
        .body("note", equalTo("mended"));
  }

  @Test
  void theListIsWalkedThePagesWay() {
    String exchange = Corpus.id(Corpus.url(3, "fr"), 2);
    for (String kind : new String[] {"missing-text", "extra-text", "wrong-order"}) {
      report(
              exchange,
              "{\"kind\": \"" + kind + "\", \"text\": \"x\", \"contact\": \"a@b.example\"}")
          .statusCode(201)
          .body("contact", equalTo("a@b.example"));
    }
    String next =
        AdminKey.given()
            .get("/v1/reports?size=2&exchange=" + exchange)
            .then()
            .body("items.kind", contains("wrong-order", "extra-text"))
            .extract()
            .path("next");
    AdminKey.given()
        .get(next)
        .then()
        .statusCode(200)
        .body("items.kind", contains("missing-text"))
        .body("next", nullValue());
    AdminKey.given()
        .get("/v1/reports?source=corpus-ru")
        .then()
        .body("items.exchangeId", not(hasItem(exchange)));
    assertThat(given().get("/q/metrics").asString()).contains("podium_gateway_reports_open");
  }

  @Test
  void enoughIsEnough() {
    String exchange = Corpus.id(Corpus.url(5, "fr"), 2);
    for (int i = 0; i < Reports.OPEN; i++) {
      report(exchange, "{\"kind\": \"other\", \"text\": \"again\"}").statusCode(201);
    }
    report(exchange, "{\"kind\": \"other\", \"text\": \"again\"}")
        .statusCode(409)
        .body("code", equalTo("reported-enough"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                             | kind",
        "{\"kind\": \"other\"}                                          | text",
        "{\"kind\": \"rude\", \"text\": \"x\"}                          | kind",
        "{\"kind\": \"other\", \"text\": \"   \"}                       | text",
        "{\"kind\": \"other\", \"text\": 5}                             | text",
        "{\"kind\": \"other\", \"text\": \"a\\u0000b\"}                 | text",
        "{\"kind\": \"other\", \"text\": \"a\\ud800b\"}                 | text",
        "{\"kind\": \"other\", \"text\": \"x\", \"contact\": \"a\\nb\"} | contact",
        "{\"kind\": \"other\", \"text\": \"x\", \"status\": \"closed\"} | status",
      })
  void whatIsWrongIsNamed(String body, String field) {
    report(Corpus.id(Corpus.url(7, "fr"), 2), body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.name", hasItem(field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "{\"kind\"", "{\"kind\":\"a\",\"kind\":\"b\"}", "{} {}"})
  void whatIsNoJsonIsRefused(String body) {
    report(Corpus.id(Corpus.url(7, "fr"), 2), body)
        .statusCode(400)
        .body("code", equalTo("bad-json"));
  }

  @Test
  void sizesAreBounded() {
    String exchange = Corpus.id(Corpus.url(7, "fr"), 2);
    String longest = "𠮷".repeat(4000);
    report(exchange, "{\"kind\": \"other\", \"text\": \"" + longest + "\"}").statusCode(201);
    report(exchange, "{\"kind\": \"other\", \"text\": \"" + longest + "x\"}").statusCode(400);
    report(exchange, "{\"kind\": \"other\", \"text\": \"" + "x".repeat(70_000) + "\"}")
        .statusCode(413);
    report("aaaaaaaaaaaaaaaa", "{\"kind\": \"other\", \"text\": \"x\"}").statusCode(404);
    change("/v1/reports/999999999", "{\"status\": \"open\"}").statusCode(404);
    change("/v1/reports/x", "{\"status\": \"open\"}").statusCode(404);
    change("/v1/reports/1", "{\"status\": \"done\"}").statusCode(400);
  }

  private static ValidatableResponse report(String exchange, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/exchanges/" + exchange + "/reports")
        .then();
  }

  private static ValidatableResponse change(String path, String body) {
    return AdminKey.given().contentType(ContentType.JSON).body(body).patch(path).then();
  }

  private static String quoted(String text) {
    return new io.vertx.core.json.JsonObject(Map.of("t", text))
        .encode()
        .replaceFirst("^\\{\"t\":", "")
        .replaceFirst("}$", "");
  }
}
