package dev.podium.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.RawHttp;
import io.restassured.http.ContentType;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class ConventionsIT {

  @ParameterizedTest
  @CsvSource({
    "GET, /nowhere, 404",
    "GET, /v1, 404",
    "GET, /v1/nowhere, 404",
    "GET, /v1/exchanges/a/b, 404",
    "POST, /v1/exchanges, 405",
    "DELETE, /v1/briefings, 405",
    "PUT, /v1/exchanges/abcdefghij234567, 405",
    "GET, /v1/exchanges?size=0, 400",
  })
  void everyErrorIsAProblem(String method, String path, int status) {
    given()
        .request(method, path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .header("X-Request-Id", notNullValue())
        .body("status", equalTo(status))
        .body("title", notNullValue())
        .body("code", notNullValue())
        .body("detail", notNullValue());
  }

  @Test
  void whatCannotBeGivenIsNotAcceptable() {
    given()
        .accept("image/png")
        .get("/v1/exchanges")
        .then()
        .statusCode(406)
        .contentType("application/problem+json");
  }

  @Test
  void aRequestKeepsItsIdOrGetsOne() {
    given()
        .header("X-Request-Id", "abc-1.2_3")
        .get("/v1/exchanges?size=1")
        .then()
        .header("X-Request-Id", equalTo("abc-1.2_3"));
    given()
        .header("X-Request-Id", "a b<script>")
        .get("/nowhere")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/exchanges", "/v1/pages/abc", "/nowhere", "/", "/docs/"})
  void browsersAreToldToBeCareful(String path) {
    given()
        .get(path)
        .then()
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("X-Frame-Options", equalTo("DENY"))
        .header("Referrer-Policy", equalTo("no-referrer"))
        .header("Strict-Transport-Security", equalTo("max-age=31536000"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
  }

  @Test
  void pagesOfOtherSitesMayReadWhereThatIsSet() {
    given()
        .header("Origin", "https://other.example")
        .get("/v1/exchanges?size=1")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo("*"))
        .header("Access-Control-Expose-Headers", containsString("ETag"))
        .header("Access-Control-Allow-Credentials", nullValue());
  }

  @Test
  void pagesOfOtherSitesAreToldThatTheyMayReadOnly() {
    given()
        .header("Origin", "https://other.example")
        .header("Access-Control-Request-Method", "POST")
        .options("/v1/pages")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Methods", equalTo("GET, HEAD"));
    given()
        .header("Origin", "https://other.example")
        .post("/v1/pages")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/exchanges?q=%ZZ", "/v1/exchanges?q=%", "/v1/pages?x=%2", "/?%G0"})
  void brokenEscapesEndBeforeAnyRoute(String path) throws IOException {
    assertThat(
            RawHttp.send(
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("Exception");
  }

  @Test
  void answersAreCompressed() {
    given()
        .header("Accept-Encoding", "gzip")
        .get("/v1/exchanges")
        .then()
        .header("Content-Encoding", equalTo("gzip"))
        .body("items.size()", equalTo(20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/exchanges", "/v1/briefings", "/"})
  void headAnswersLikeGetWithoutABody(String path) {
    given().head(path).then().statusCode(200).body(equalTo(""));
  }

  @Test
  void optionsTellTheMethods() {
    given().options("/v1/exchanges").then().statusCode(200).header("Allow", containsString("GET"));
  }

  @Test
  void theRootLeadsOn() {
    given()
        .accept(ContentType.JSON)
        .get("/")
        .then()
        .statusCode(200)
        .body("links.exchanges", containsString("/v1/exchanges"))
        .body("links.docs", containsString("/docs"));
    given()
        .accept("text/html,*/*;q=0.8")
        .get("/")
        .then()
        .statusCode(200)
        .contentType(ContentType.HTML)
        .body(containsString("/docs"));
    given().accept("*/*").get("/").then().contentType(ContentType.JSON);
  }

  @Test
  void theApiDescribesItself() {
    given()
        .accept(ContentType.JSON)
        .get("/openapi")
        .then()
        .statusCode(200)
        .body("paths.'/v1/exchanges'.get.parameters.name", hasItem("q"))
        .body("paths.'/v1/pages'.post.responses", notNullValue())
        .body("paths.keySet()", not(hasItem("/v1/exchanges/{id}/")));
  }

  @Test
  void readyWhenTheIndexIsThere() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", hasItem("search-index"));
    given().get("/q/health/live").then().statusCode(200);
    assertThat(given().get("/q/metrics").asString()).contains("http_server_requests");
  }
}
