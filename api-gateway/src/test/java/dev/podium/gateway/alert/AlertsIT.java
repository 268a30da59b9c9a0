package dev.podium.gateway.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Saved searches as their owners keep them. */
@GatewayTest
class AlertsIT {

  private static final String GOOD =
      """
      {"name": "desk", "query": {"q": "corée", "language": ["fr", "en"]}, "url": "http://hooks.example/ok/%s"}"""
          .formatted(UUID.randomUUID());

  private JsonPath made;

  private JsonPath make(String body) {
    made =
        given()
            .contentType(ContentType.JSON)
            .body(body)
            .post("/v1/alerts")
            .then()
            .statusCode(201)
            .header("Location", containsString("/v1/alerts/"))
            .extract()
            .jsonPath();
    return made;
  }

  @AfterEach
  void drop() {
    if (made != null) {
      given().delete("/v1/alerts/" + made.getString("id")).then().statusCode(204);
    }
  }

  @Test
  void anAlertTellsItsSecretOnce() {
    JsonPath alert = make(GOOD);

    assertThat(alert.getString("secret")).startsWith("whsec_");
    assertThat(alert.getList("events"))
        .isEqualTo(List.of("added", "edited", "reworded", "withdrawn", "restored"));
    assertThat(alert.getList("causes")).isEqualTo(List.of("source"));
    given()
        .get("/v1/alerts/" + alert.getString("id"))
        .then()
        .statusCode(200)
        .body("name", equalTo("desk"))
        .body("query.q", equalTo(List.of("corée")))
        .body("query.language", equalTo(List.of("fr", "en")))
        .body("enabled", equalTo(true))
        .body("off", nullValue())
        .body("secret", nullValue());
    given().get("/v1/alerts").then().body("items.id", hasItem(alert.getString("id")));
  }

  @Test
  void othersDoNotKnowIt() {
    String id = make(GOOD).getString("id");
    String other = AdminKey.make("write");

    by(other).get("/v1/alerts/" + id).then().statusCode(404);
    by(other).delete("/v1/alerts/" + id).then().statusCode(404);
    by(other).post("/v1/alerts/" + id + "/test").then().statusCode(404);
    by(other).get("/v1/alerts/" + id + "/deliveries").then().statusCode(404);
    by(other)
        .contentType(ContentType.JSON)
        .body("{\"enabled\": false}")
        .patch("/v1/alerts/" + id)
        .then()
        .statusCode(404);
    by(other).get("/v1/alerts").then().statusCode(200).body("total", equalTo(0));
    for (String owner : List.of("*", "loopback")) {
      by(other).get("/v1/alerts?owner=" + owner).then().statusCode(403);
    }
  }

  @Test
  void whatWasSentIsNotCounted() {
    String id = make(GOOD).getString("id");

    given().get("/v1/alerts/" + id + "/deliveries?size=5").then().statusCode(200);
    given()
        .get("/v1/alerts/" + id + "/deliveries?count=exact")
        .then()
        .statusCode(400)
        .body("errors.name", equalTo(List.of("count")));
  }

  private static RequestSpecification by(String key) {
    return given().header("X-API-Key", key);
  }

  @Test
  void anAdministratorSeesAllAndDropsAny() {
    JsonPath alert = make(GOOD);
    String id = alert.getString("id");
    assertThat(alert.getString("owner")).isEqualTo("loopback");

    for (String owner : List.of("*", "loopback")) {
      AdminKey.given()
          .get("/v1/alerts?owner=" + owner)
          .then()
          .statusCode(200)
          .body("items.find { it.id == '" + id + "' }.owner", equalTo("loopback"))
          .body("items.find { it.id == '" + id + "' }.secret", nullValue());
    }
    AdminKey.given()
        .get("/v1/alerts?owner=key:configured")
        .then()
        .body("items.id", not(hasItem(id)));
    AdminKey.given().get("/v1/alerts").then().body("items.id", not(hasItem(id)));
    AdminKey.given().delete("/v1/alerts/" + id).then().statusCode(204);
    made = null;

    given().get("/v1/alerts/" + id).then().statusCode(404);
    AdminKey.given().delete("/v1/alerts/" + id).then().statusCode(404);
  }

  @Test
  void whatIsNamedIsChanged() {
    String id = make(GOOD).getString("id");

    given()
        .contentType("application/merge-patch+json")
        .body("{\"name\": \"night desk\", \"events\": [\"gone\"], \"enabled\": false}")
        .patch("/v1/alerts/" + id)
        .then()
        .statusCode(200)
        .body("name", equalTo("night desk"))
        .body("events", equalTo(List.of("gone")))
        .body("url", startsWith("http://hooks.example/ok/"))
        .body("enabled", equalTo(false))
        .body("off.reason", equalTo("its owner switched it off"))
        .body("secret", nullValue());
    given()
        .contentType(ContentType.JSON)
        .body("{\"secret\": \"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\", \"enabled\": true}")
        .patch("/v1/alerts/" + id)
        .then()
        .statusCode(200)
        .body("enabled", equalTo(true))
        .body("off", nullValue())
        .body("secret", equalTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|name|missing",
        "{}|url|missing",
        "{}|query|missing",
        "{\"name\": \"\"}|name|a text of",
        "{\"name\": 7}|name|a text of",
        "{\"name\": \"a\\u0000b\"}|name|control characters",
        "{\"query\": []}|query|no object",
        "{\"query\": {\"q\": 7}}|query.q|neither a text",
        "{\"query\": {\"q\": \"(a\"}}|query.q|parenthesis",
        "{\"query\": {\"status\": \"live\"}}|query.status|there is no such parameter",
        "{\"query\": {\"language\": \"a_b\"}}|query.language|BCP 47",
        "{\"events\": []}|events|no list",
        "{\"events\": [\"erased\"]}|events|no list",
        "{\"causes\": \"source\"}|causes|no list",
        "{\"secret\": \"abc\"}|secret|whsec_",
        "{\"enabled\": \"yes\"}|enabled|neither true nor false",
        "{\"colour\": \"red\"}|colour|there is no such field"
      })
  void wrongFieldsAreNamed(String body, String field, String detail) {
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/alerts")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.name", hasItem(field))
        .body("errors.find { it.name == '" + field + "' }.detail", containsString(detail));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "7",
        "{",
        "{\"name\": \"a\"} x",
        "{\"name\": \"a\", \"name\": \"b\"}"
      })
  void whatIsNoObjectIsRefused(String body) {
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/alerts")
        .then()
        .statusCode(400)
        .body("code", equalTo("bad-json"));
  }

  @Test
  void aHugeBodyIsRefused() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"name\": \"" + "a".repeat(70_000) + "\"}")
        .post("/v1/alerts")
        .then()
        .statusCode(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost:9200/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0x7f000001/",
        "http://10.0.0.1/",
        "http://user@8.8.8.8/",
        "https://8.8.8.8:99999/",
        "ftp://8.8.8.8/",
        "file:///etc/passwd",
        "not an address"
      })
  void nothingInsideIsAReceiver(String url) {
    given()
        .contentType(ContentType.JSON)
        .body("{\"name\": \"a\", \"query\": {}, \"url\": \"" + url + "\"}")
        .post("/v1/alerts")
        .then()
        .statusCode(400)
        .body("errors.name", equalTo(List.of("url")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "00000000-0000-0000-0000-000000000000"})
  void anUnknownIdIsNotFound(String id) {
    given().urlEncodingEnabled(false).get("/v1/alerts/" + id).then().statusCode(404);
  }
}
