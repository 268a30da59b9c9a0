package dev.podium.gateway.route;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.contracts.topic.Limits;
import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.RawHttp;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class ServiceRoutesIT {

  @Test
  void aRequestGoesThroughWithItsBodyAndItsContentsHeaders() {
    given()
        .urlEncodingEnabled(false)
        .header("Content-Location", "https://x.example/a?b=c&d=%20")
        .header("Memento-Datetime", "Wed, 01 Mar 2017 08:00:00 GMT")
        .header("Cookie", "session=secret")
        .header("Authorization", "Bearer " + AdminKey.TEXT)
        .header("X-Custom", "custom")
        .contentType("text/plain")
        .body("größe".getBytes(StandardCharsets.UTF_8))
        .post("/v1/pages?source=mfa-cn-fr&x=%C3%A9%20%2B")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("POST /v1/pages?source=mfa-cn-fr&x=%C3%A9%20%2B\n"),
                containsString("body 7\n"),
                containsString("content-location: https://x.example/a?b=c&d=%20\n"),
                containsString("memento-datetime: Wed, 01 Mar 2017 08:00:00 GMT\n"),
                containsString("content-type: text/plain"),
                containsString("podium-credential: " + Backend.CREDENTIAL + '\n'),
                not(containsString("secret")),
                not(containsString(AdminKey.TEXT)),
                not(containsString("custom")),
                not(containsString("x-forwarded"))));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/pages/abc",
    "GET, /v1/pages/abc/revisions/1/text",
    "POST, /v1/sources",
    "PUT, /v1/sources/mfa-cn-fr",
    "GET, /v1/sources/mfa-cn-fr/declaration",
    "GET, /v1/sources/mfa-cn-fr/health",
    "POST, /v1/sources/mfa-cn-fr/backfill?from=2019-01-01&to=2019-12-31",
    "POST, /v1/sources/dry-run",
    "GET, /v1/pages/replay",
    "DELETE, /v1/pages/replay?source=mfa-cn-fr",
    "GET, /v1/alarms",
    "GET, /v1/indexes",
    "POST, /v1/indexes/rebuild",
    "POST, /v1/indexes/1/swap?compare=false",
    "DELETE, /v1/indexes/1",
    "GET, /v1/warc?source=mfa-cn-fr&from=2019-01-01",
    "DELETE, /v1/pages/abc",
    "PUT, /v1/pages/abc",
    "OPTIONS, /v1/pages",
  })
  void theMethodAndThePathGoThrough(String method, String path) {
    AdminKey.given()
        .request(method, path)
        .then()
        .statusCode(200)
        .body(containsString(method + ' ' + path + "\nbody 0"));
  }

  @Test
  void headAnswersWithoutABody() {
    given().head("/v1/pages/abc").then().statusCode(200).body(equalTo(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/pages/../../q/metrics", "/v1/pages/%2e%2e/%2e%2e/q/metrics"})
  void noPathLeadsElsewhere(String path) throws IOException {
    assertThat(
            RawHttp.send(
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .doesNotContain("GET /v1/pages/..")
        .doesNotContain("GET /q/metrics");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/dead-letters?service=index&code=x",
        "/v1/dead-letters/index-3-120",
        "/v1/dead-letters/index-3-120?service=parse"
      })
  void deadLettersAreAtTheServiceThatWroteThem(String path) {
    AdminKey.given().get(path).then().statusCode(200).body(containsString("GET " + path));
  }

  @Test
  void deadLettersOfNoServiceAreNowhere() {
    for (String path : List.of("/v1/dead-letters", "/v1/dead-letters?service=ingest")) {
      AdminKey.given().get(path).then().statusCode(400).body("code", equalTo("bad-service"));
    }
    AdminKey.given()
        .get("/v1/dead-letters/parse-0-1")
        .then()
        .statusCode(503)
        .body("detail", containsString("parse-service"));
  }

  @Test
  void encodedSlashesStayEncoded() {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/pages/a%2F..%2Fb")
        .then()
        .body(containsString("GET /v1/pages/a%2F..%2Fb\n"));
  }

  @Test
  void addressesInTheAnswerLeadToTheGateway() {
    String here = "http://localhost:" + RestAssured.port;
    given()
        .redirects()
        .follow(false)
        .post("/v1/pages/redirect")
        .then()
        .statusCode(201)
        .header("Location", endsWith("/v1/pages/abc"))
        .header("Location", equalTo(here + "/v1/pages/abc"))
        .header("Link", equalTo("<" + here + "/v1/x>; rel=\"next\""))
        .header("Set-Cookie", nullValue())
        .header("Server", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/pages/closing, 502, service-broken",
    "/v1/pages/garbage, 502, service-broken",
    "/v1/pages/slow,    504, service-timeout",
    "/v1/parse,         503, service-unavailable",
  })
  void aServiceThatFailsIsNamed(String path, int status, String code) {
    String name = path.equals("/v1/parse") ? "parse-service" : "ingest-service";
    given()
        .body("body")
        .post(path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .header("X-Request-Id", notNullValue())
        .body("code", equalTo(code))
        .body("detail", containsString(name))
        .time(lessThan(15_000L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"halfway", "stalling"})
  void anAnswerThatBreaksOffIsSeenToBreakOff(String path) throws IOException {
    String answer = RawHttp.send("GET /v1/pages/" + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertThat(answer).contains("200 OK").contains("only this").doesNotContain("problem");
  }

  @Test
  void aHugeAnswerStreamsThrough() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var response =
          client.send(
              HttpRequest.newBuilder(address("/v1/pages/huge")).build(),
              BodyHandlers.ofInputStream());
      long length = 0;
      try (InputStream body = response.body()) {
        byte[] piece = new byte[1 << 16];
        for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
          length += n;
        }
      }
      assertThat(length).isEqualTo(Backend.HUGE);
    }
  }

  @Test
  void aBodyOfTheLargestSizeGoesThrough() throws Exception {
    assertThat(post(BodyPublishers.ofByteArray(new byte[Limits.BODY_BYTES])))
        .contains("200", "body " + Limits.BODY_BYTES);
    assertThat(post(streamed(Limits.BODY_BYTES), HttpClient.Version.HTTP_2))
        .contains("200", "body " + Limits.BODY_BYTES);
    assertThat(post(streamed(Limits.BODY_BYTES))).contains("200", "body " + Limits.BODY_BYTES);
  }

  @Test
  void aLargerBodyIsRefused() throws Exception {
    assertThat(post(BodyPublishers.ofByteArray(new byte[Limits.BODY_BYTES + 1])))
        .contains("413", "body-too-large", "10485760");
    assertThat(post(streamed(Limits.BODY_BYTES + 1))).contains("413", "body-too-large");
    assertThat(post(BodyPublishers.ofByteArray(new byte[Limits.BODY_BYTES * 3 / 2])))
        .contains("413", "body-too-large");
  }

  @Test
  void anEarlyRefusalComesThroughWhileTheBodyIsStillSent() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var response =
          client.send(
              HttpRequest.newBuilder(address("/v1/pages/refusing"))
                  .version(HttpClient.Version.HTTP_1_1)
                  .POST(BodyPublishers.ofByteArray(new byte[Limits.BODY_BYTES]))
                  .build(),
              BodyHandlers.ofString());
      assertThat(response.statusCode()).isIn(415, 502);
    }
  }

  @Test
  void aCallerWhoStopsSendingIsTold() throws IOException {
    assertThat(
            RawHttp.send(
                "POST /v1/pages HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nonly"))
        .contains("408")
        .contains("request-timeout");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-For: 127.0.0.1",
        "Forwarded: for=127.0.0.1",
        "Origin: https://evil.example",
        "Origin: null",
        "Sec-Fetch-Site: cross-site",
        "Host: evil.example",
      })
  void whoeverMayNotWriteIsToldWhy(String header) throws IOException {
    String host = header.startsWith("Host") ? "" : "Host: localhost\r\n";
    String answer =
        RawHttp.send(
            "POST /v1/pages HTTP/1.1\r\n"
                + host
                + header
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .contains("401")
        .contains("WWW-Authenticate: Bearer")
        .contains("application/problem+json")
        .contains("credential-needed")
        .contains("own machine may write");
  }

  @Test
  void readingIsOpenToAll() {
    given().header("X-Forwarded-For", "1.2.3.4").get("/v1/pages/abc").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "TRACE", "PROPFIND"})
  void otherMethodsAreRefused(String method) {
    given()
        .request(method, "/v1/pages")
        .then()
        .statusCode(405)
        .contentType("application/problem+json");
  }

  private static HttpRequest.BodyPublisher streamed(int length) {
    return BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[length]));
  }

  private static String post(HttpRequest.BodyPublisher body) throws Exception {
    return post(body, HttpClient.Version.HTTP_1_1);
  }

  private static String post(HttpRequest.BodyPublisher body, HttpClient.Version version)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var response =
          client.send(
              HttpRequest.newBuilder(address("/v1/pages")).POST(body).version(version).build(),
              BodyHandlers.ofString());
      return response.statusCode() + " " + response.body();
    }
  }

  private static URI address(String path) {
    return URI.create("http://localhost:" + RestAssured.port + path);
  }
}
