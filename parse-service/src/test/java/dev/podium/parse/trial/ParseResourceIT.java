package dev.podium.parse.trial;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.podium.contracts.topic.Limits;
import dev.podium.parse.Pages;
import dev.podium.parse.ParseTest;
import dev.podium.parse.briefing.ParserRelease;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page sent by a caller. */
@ParseTest
class ParseResourceIT {

  private static final String URL = "https://www.fmprc.gov.cn/fra/a.html";

  private static RequestSpecification page(String type, byte[] body) {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType(type)
        .body(body);
  }

  @Test
  void answersTheBriefing() {
    page("text/html; charset=utf-8", Pages.french(2))
        .queryParam("url", URL)
        .queryParam("source", "mfa-cn-fr")
        .when()
        .post("/v1/parse")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("language", equalTo("fr"))
        .body("organisation", equalTo("mfa-cn"))
        .body("spokespersons[0].id", equalTo("mao-ning"))
        .body("exchanges", hasSize(3))
        .body("exchanges[2].answer.text", equalTo("Voici la réponse numéro 2.\nElle va loin."));
  }

  @Test
  void offsetsCountUtf16CodeUnitsWhereAsked() {
    String html = new String(Pages.french(2), StandardCharsets.UTF_8);
    String other = html.replace("<body>", "<body><p>😀😀😀</p>").replace("numéro 2", "😀 2");
    JsonPath utf16 = read(other, "utf16");
    JsonPath codePoints = read(other, "codepoint");

    assertThat(other).isNotEqualTo(html);
    assertThat(cut(other, utf16)).isEqualTo("Voici la réponse 😀 2.");
    assertThat(cut(other, codePoints)).doesNotStartWith("Voici");
    assertThat(codePoints.<Object>get("")).isEqualTo(read(other, null).get(""));
    assertThat(utf16.getList("leftovers")).isNotEqualTo(codePoints.getList("leftovers"));
  }

  private static String cut(String text, JsonPath briefing) {
    String segment = "exchanges[2].answer.parts[0].segments[0].";
    return text.substring(briefing.getInt(segment + "start"), briefing.getInt(segment + "end"));
  }

  private static JsonPath read(String html, String offsets) {
    RequestSpecification page =
        page("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
            .queryParam("url", URL)
            .queryParam("source", "mfa-cn-fr")
            .header("Memento-Datetime", "Thu, 01 Jan 2026 08:00:00 GMT");
    return (offsets == null ? page : page.queryParam("offsets", offsets))
        .when()
        .post("/v1/parse")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void otherOffsetsThereAreNot() {
    page("text/html; charset=utf-8", Pages.french(2))
        .queryParam("url", URL)
        .queryParam("source", "mfa-cn-fr")
        .queryParam("offsets", "bytes")
        .when()
        .post("/v1/parse")
        .then()
        .statusCode(400)
        .body("detail", containsString("offsets"));
  }

  @Test
  void theSamePageCapturedAtTheSameTimeGivesTheSameBytes() {
    byte[] first = bytes();
    byte[] second = bytes();

    assertThat(second).isEqualTo(first);
  }

  private static byte[] bytes() {
    return page("text/html", Pages.french(2))
        .header("Memento-Datetime", "Mon, 02 Mar 2026 09:00:00 GMT")
        .queryParam("url", URL)
        .queryParam("source", "mfa-cn-fr")
        .post("/v1/parse")
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  @Test
  void aPageOfAnUnknownPublisherIsReadByTheRulesForAllWhichTheAnswerSays() {
    page("text/plain", "Q: Is it so?\n\nA: It is.".getBytes(StandardCharsets.UTF_8))
        .queryParam("url", "https://press.example/1")
        .queryParam("source", "somewhere")
        .post("/v1/parse")
        .then()
        .statusCode(200)
        .body("parser.dialect", equalTo("generic"))
        .body("warnings.code", hasItem("dialect-generic"))
        .body("exchanges[0].question.text", equalTo("Is it so?"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', mfa-cn-fr, text/html, 400, the query parameter url is missing",
    "https://a.example/, '', text/html, 400, the query parameter source is missing",
    "ftp://a.example/, mfa-cn-fr, text/html, 400, the query parameter url",
    "https://a.example/, mfa-cn-fr, application/pdf, 415, the Content-Type is application/pdf"
  })
  void tellsWhatIsWrong(String url, String source, String type, int status, String detail) {
    page(type, Pages.french(1))
        .queryParam("url", url)
        .queryParam("source", source)
        .post("/v1/parse")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("detail", containsString(detail));
  }

  @Test
  void aDialectThatIsNamedMustBeThere() {
    page("text/html", Pages.french(1))
        .queryParam("url", URL)
        .queryParam("source", "mfa-cn-fr")
        .queryParam("dialect", "atlantis")
        .post("/v1/parse")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("there is no dialect atlantis"));
  }

  @Test
  void refusesABodyOverTheLimit() {
    page("text/html", new byte[Limits.BODY_BYTES + 1])
        .queryParam("url", URL)
        .queryParam("source", "mfa-cn-fr")
        .post("/v1/parse")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("body-too-large"));
  }

  @Test
  void anEmptyBodyIsNoBriefing() {
    page("text/html", new byte[0])
        .queryParam("url", URL)
        .queryParam("source", "mfa-cn-fr")
        .post("/v1/parse")
        .then()
        .statusCode(200)
        .body("rejection.code", equalTo("empty"));
  }

  @Test
  void namesItsReleaseAndDialectsAndIsReady() {
    given()
        .get("/v1/parser")
        .then()
        .statusCode(200)
        .body("release", equalTo(ParserRelease.NUMBER))
        .body("dialects", hasItem("mfa-cn-zh"));
    given().get("/q/health/live").then().statusCode(200);
    given().get("/q/metrics").then().statusCode(200).body(containsString("podium_parse"));
  }
}
