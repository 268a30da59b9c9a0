package dev.podium.ingest.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.topic.Limits;
import dev.podium.ingest.IngestTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IngestTest
class PagesIT {

  private static final String SOURCE = "mfa-cn-fr";

  @Test
  void aNewContentIsAcceptedAndTheSameAgainIsNot() {
    String url = url();
    Response first = send(url, "<p>Q : Un ?</p>");
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(first.jsonPath().getString("id")).isEqualTo(PageIds.of(CanonicalUrl.of(url)));
    assertThat(first.jsonPath().getString("url")).isEqualTo(url);
    assertThat(first.jsonPath().getInt("revision")).isEqualTo(1);
    assertThat(first.header("Location")).endsWith("/v1/pages/" + PageIds.of(url));

    Response second = send(url, "<p>Q : Un ?</p>");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.jsonPath().getInt("revision")).isEqualTo(1);
  }

  @Test
  void anEditBackIsAThirdRevision() {
    String url = url();
    send(url, "<p>A</p>");
    send(url, "<p>B</p>");
    assertThat(send(url, "<p>A</p>").jsonPath().getInt("revision")).isEqualTo(3);
    page(url)
        .then()
        .body("revisionCount", is(3))
        .body("revisions.number", equalTo(List.of(3, 2, 1)));
  }

  @Test
  void aChangeOfBytesAloneIsRecordedAndNoEdit() {
    String url = url();
    send(url, "<p id='n1'>A</p><!-- 1 -->");
    Response second = send(url, "<p id='n2'>A</p><script>var nonce = 2</script>");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.jsonPath().getBoolean("edit")).isFalse();
    assertThat(second.jsonPath().getString("outcome.code")).isEqualTo("unchanged");
    assertThat(second.jsonPath().getString("outcome.text")).contains("revision 1");
  }

  @Test
  void anOlderCaptureAddsHistoryAndChangesNothingCurrent() {
    String url = url();
    send(url, "<p>new</p>");
    Response old =
        sending(url, "text/html")
            .header("Memento-Datetime", "Wed, 01 Mar 2017 08:30:00 GMT")
            .body(bytes("<p>old</p>"))
            .post("/v1/pages?source=" + SOURCE);
    assertThat(old.statusCode()).isEqualTo(202);
    assertThat(old.jsonPath().getString("fetchedAt")).isEqualTo("2017-03-01T08:30:00.000Z");
    page(url).then().body("revisions.number", equalTo(List.of(1, 2)));
  }

  @Test
  void aTakenTimeMovesOnByAMillisecondAndARepeatedImportChangesNothing() {
    String url = url();
    String time = "2017-03-01T08:30:00.000Z";
    for (int round = 0; round < 2; round++) {
      assertThat(importing(url, time, "<p>one</p>")).isEqualTo("1 2017-03-01T08:30:00.000Z");
      assertThat(importing(url, time, "<p>two</p>")).isEqualTo("2 2017-03-01T08:30:00.001Z");
    }
    page(url).then().body("revisionCount", is(2));
  }

  @Test
  void anImportBetweenTwoSightingsOfOneContentMakesTheSecondARevision() {
    String url = url();
    importing(url, "2017-03-01T08:00:00.000Z", "<p>A</p>");
    importing(url, "2017-03-03T08:00:00.000Z", "<p>A</p>");
    importing(url, "2017-03-02T08:00:00.000Z", "<p>B</p>");
    page(url)
        .then()
        .body("revisions.number", equalTo(List.of(3, 2, 1)))
        .body("revisions[0].fetchedAt", equalTo("2017-03-03T08:00:00.000Z"))
        .body(
            "revisions[0].sha256", equalTo(page(url).jsonPath().getString("revisions[2].sha256")));
  }

  @Test
  void anImportBetweenMakesAnEditOfWhatWasAChangeOfBytes() {
    String url = url();
    importing(url, "2017-03-01T08:00:00.000Z", "<p>A</p>");
    importing(url, "2017-03-03T08:00:00.000Z", "<p class=x>A</p>");
    page(url).then().body("revisions[0].outcome.code", equalTo("unchanged"));
    importing(url, "2017-03-02T08:00:00.000Z", "<p>B</p>");
    page(url)
        .then()
        .body("revisions.number", equalTo(List.of(2, 3, 1)))
        .body("revisions[0].outcome.code", equalTo("pending"));
  }

  @Test
  void theBodyComesBackByteForByteAndTheTextDecoded() {
    String url = url();
    byte[] body = "<meta charset=gbk><p>外交部发言人</p>".getBytes(Charset.forName("GBK"));
    sending(url, "text/html").body(body).post("/v1/pages?source=" + SOURCE);
    String revision = "/v1/pages/" + PageIds.of(url) + "/revisions/1";

    Response raw = given().get(revision + "/body");
    assertThat(raw.asByteArray()).isEqualTo(body);
    assertThat(raw.header("Content-Disposition")).startsWith("attachment");
    assertThat(raw.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(raw.header("Content-Security-Policy")).contains("sandbox");
    Response text = given().get(revision + "/text");
    assertThat(new String(text.asByteArray(), StandardCharsets.UTF_8))
        .isEqualTo("<meta charset=gbk><p>外交部发言人</p>");
    given().get(revision).then().statusCode(200).body("contentType", equalTo("text/html"));
  }

  @Test
  void aPageOfAnotherSourceIsAConflict() {
    String url = url();
    send(url, "<p>A</p>");
    sending(url, "text/html")
        .body(bytes("<p>A</p>"))
        .post("/v1/pages?source=mfa-cn-en")
        .then()
        .statusCode(409)
        .body("code", equalTo("page-of-another-source"))
        .body("detail", containsString("mfa-cn-fr"));
  }

  @ParameterizedTest
  @CsvSource({
    "nobody, text/html, https://a.example/1, , 404, nobody",
    ", text/html, https://a.example/1, , 400, source",
    "mfa-cn-fr, text/html, , , 400, Content-Location",
    "mfa-cn-fr, text/html, not an address, , 400, not an address",
    "mfa-cn-fr, text/html, ftp://a.example/1, , 400, ftp",
    "mfa-cn-fr, application/pdf, https://a.example/1, , 415, text/markdown",
    "mfa-cn-fr, text/html, https://a.example/1, 'Fri, 01 Jan 2100 00:00:00 GMT', 400, future",
    "mfa-cn-fr, text/html, https://a.example/1, yesterday, 400, yesterday"
  })
  void whatIsWrongIsNamed(
      String source, String type, String location, String memento, int status, String named) {
    RequestSpecification request = plain().header("Content-Type", type).body(bytes("<p>A</p>"));
    if (source != null) {
      request.queryParam("source", source);
    }
    if (location != null) {
      request.header("Content-Location", location);
    }
    if (memento != null) {
      request.header("Memento-Datetime", memento);
    }
    request
        .post("/v1/pages")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("detail", containsString(named));
  }

  @Test
  void anEmptyBodyAndOneOverTheLimitAreRefused() {
    sending(url(), "text/html")
        .post("/v1/pages?source=" + SOURCE)
        .then()
        .statusCode(400)
        .body("code", equalTo("empty-body"));
    sending(url(), "text/html")
        .body(new byte[Limits.BODY_BYTES + 1])
        .post("/v1/pages?source=" + SOURCE)
        .then()
        .statusCode(413)
        .contentType("application/problem+json");
    byte[] justRight = new byte[Limits.BODY_BYTES];
    Arrays.fill(justRight, (byte) 'a');
    sending(url(), "text/plain")
        .body(justRight)
        .post("/v1/pages?source=" + SOURCE)
        .then()
        .statusCode(202);
  }

  @Test
  void listsPagesInPieces() {
    for (int i = 0; i < 5; i++) {
      send(url(), "<p>" + i + "</p>");
    }
    Response first = given().get("/v1/pages?source=" + SOURCE + "&size=2");
    assertThat(first.jsonPath().getList("items")).hasSize(2);
    Response second = given().get(first.jsonPath().getString("next"));
    assertThat(second.jsonPath().getList("items.id"))
        .hasSize(2)
        .doesNotContainAnyElementsOf(first.jsonPath().getList("items.id"));
    given().get("/v1/pages?size=0").then().statusCode(400);
    given().get("/v1/pages?source=nobody").then().statusCode(404);
    given().get("/v1/pages/nobody").then().statusCode(404).body("code", is("unknown-page"));
  }

  @Test
  void listsSources() {
    given()
        .get("/v1/sources")
        .then()
        .statusCode(200)
        .body("items.id", hasItem("mfa-cn-fr"))
        .body("total", notNullValue());
    given()
        .get("/v1/sources/mfa-cn-fr")
        .then()
        .body("fetched", is(false))
        .body("reason", containsString("INGEST_LIVE"));
    given().get("/v1/sources/nobody").then().statusCode(404);
  }

  private static String importing(String url, String time, String body) {
    Response response =
        sending(url, "text/html")
            .header("Memento-Datetime", time)
            .body(bytes(body))
            .post("/v1/pages?source=" + SOURCE);
    return response.jsonPath().getInt("revision")
        + " "
        + response.jsonPath().getString("fetchedAt");
  }

  private static Response send(String url, String body) {
    return sending(url, "text/html; charset=UTF-8")
        .body(bytes(body))
        .post("/v1/pages?source=" + SOURCE);
  }

  private static RequestSpecification sending(String url, String type) {
    return plain().header("Content-Type", type).header("Content-Location", url);
  }

  /** Sends the Content-Type as it is given. */
  private static RequestSpecification plain() {
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Response page(String url) {
    return given().get("/v1/pages/" + PageIds.of(url));
  }

  private static String url() {
    return "https://www.fmprc.gov.cn/fra/xwfw/" + UUID.randomUUID() + ".html";
  }
}
