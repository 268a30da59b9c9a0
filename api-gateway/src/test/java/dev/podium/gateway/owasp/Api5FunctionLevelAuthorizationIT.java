package dev.podium.gateway.owasp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.RawHttp;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OWASP API5:2023: nobody runs the service but who may. */
@GatewayTest
class Api5FunctionLevelAuthorizationIT {

  @ParameterizedTest
  @CsvSource({
    "GET,    /v1/keys",
    "POST,   /v1/keys",
    "DELETE, /v1/keys/aaaaaaaaaaaa",
    "GET,    /v1/alarms",
    "GET,    /v1/dead-letters?service=index",
    "POST,   /v1/dead-letters/replay?service=index",
    "GET,    /v1/indexes",
    "POST,   /v1/indexes/rebuild",
    "DELETE, /v1/indexes/1",
    "GET,    /v1/warc",
    "GET,    /v1/sources/a/declaration",
    "GET,    /v1/sources/a/health",
    "GET,    /v1/sources/a/progress",
    "POST,   /v1/sources",
    "PUT,    /v1/sources/a",
    "DELETE, /v1/sources/a",
    "POST,   /v1/sources/a/crawl",
    "POST,   /v1/sources/a/backfill",
    "POST,   /v1/pages/replay",
    "GET,    /v1/pages/replay",
    "POST,   /v1/erasures",
  })
  void onlyAnAdministratorDoes(String method, String path) {
    String write = AdminKey.make("write");

    given().request(method, path).then().statusCode(401);
    given().header("X-API-Key", write).request(method, path).then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource({"POST, /v1/pages", "POST, /v1/parse", "GET, /v1/alerts", "POST, /v1/alerts"})
  void onlyAWriterDoes(String method, String path) {
    given().header("X-Forwarded-For", "192.0.2.1").request(method, path).then().statusCode(401);
    given().header("X-API-Key", AdminKey.make("read")).request(method, path).then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/keys/",
        "/v1//keys",
        "//v1/keys",
        "/v1/./keys",
        "/v1/x/../keys",
        "/v1/sources/../keys",
        "/v1/%6Beys",
        "/v1/keys;a=b",
        "/v1;a=b/keys",
        "/docs/../v1/keys",
        "/q/../v1/keys",
        "/v1/exchanges/%2e%2e/keys",
        "http://localhost/v1/keys",
      })
  void noOtherSpellingOfAnAddressLeadsThere(String path) throws IOException {
    String answer = raw("GET " + path);

    assertThat(answer).matches("(?s)HTTP/1.1 (401|404|400) .*").doesNotContain("\"items\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override: POST",
        "X-HTTP-Method: DELETE",
        "X-Original-URL: /v1/keys",
        "X-Rewrite-URL: /v1/keys",
        "X-Forwarded-Prefix: /v1/keys",
      })
  void noHeaderMakesAnotherRequestOfOne(String header) throws IOException {
    assertThat(raw("GET /v1/pages/a", header)).contains("200 OK").contains("GET /v1/pages/a");
  }

  private static String raw(String request, String... headers) throws IOException {
    StringBuilder text = new StringBuilder(request + " HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return RawHttp.send(text + "Connection: close\r\n\r\n");
  }
}
