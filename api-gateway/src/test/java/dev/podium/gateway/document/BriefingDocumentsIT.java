package dev.podium.gateway.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.podium.contracts.identity.PageIds;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.corpus.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class BriefingDocumentsIT {

  private static String address(int day, String language) {
    return "/v1/briefings/" + PageIds.of(Corpus.url(day, language));
  }

  @ParameterizedTest
  @CsvSource({
    ".html, text/html",
    ".md, text/markdown",
    ".akn, application/akn+xml",
    ".xml, application/xml"
  })
  void theEndingTellsTheForm(String ending, String type) {
    String tag =
        given()
            .get(address(0, "fr") + ending)
            .then()
            .statusCode(200)
            .contentType(allOf(startsWith(type), containsString("charset=utf-8")))
            .header("Cache-Control", equalTo("no-cache"))
            .extract()
            .header("ETag");
    given()
        .header("If-None-Match", tag)
        .get(address(0, "fr") + ending)
        .then()
        .statusCode(304)
        .body(equalTo(""));
    given().head(address(0, "fr") + ending).then().statusCode(200).body(equalTo(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | text/html",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
        "text/markdown | text/markdown",
        "application/akn+xml | application/akn+xml",
        "application/xml | application/xml",
        "application/json | application/json",
        "*/* | application/json",
        "application/json, text/html;q=0.5 | application/json",
      })
  void acceptTellsTheForm(String accept, String type) {
    List<String> vary =
        given()
            .accept(accept)
            .get(address(0, "fr"))
            .then()
            .statusCode(200)
            .contentType(startsWith(type))
            .extract()
            .headers()
            .getValues("Vary");
    assertThat(vary).contains("Accept");
  }

  @Test
  void jsonLeadsToTheOtherForms() {
    String link = given().get(address(0, "fr")).then().statusCode(200).extract().header("Link");
    Matcher alternates =
        Pattern.compile("<([^>]*)>; rel=\"alternate\"; type=\"([^\"]*)\"").matcher(link);
    int count = 0;
    while (alternates.find()) {
      count++;
      given()
          .get(alternates.group(1))
          .then()
          .statusCode(200)
          .contentType(startsWith(alternates.group(2)));
    }
    assertThat(count).isEqualTo(3);
  }

  @Test
  void aPageTellsItsLanguageAndRunsNothing() {
    String url = Corpus.url(1, "ar");
    given()
        .get(address(1, "ar") + ".html")
        .then()
        .statusCode(200)
        .header(
            "Content-Security-Policy",
            allOf(
                startsWith("default-src 'none'; style-src 'sha256-"),
                not(containsString("unsafe"))))
        .body(containsString("lang=\"ar\" dir=\"rtl\""))
        .body(containsString("ما تعليقكم على الفيضانات؟"))
        .body(containsString("id=\"" + Corpus.id(url, 2) + '"'))
        .body(containsString("/v1/exchanges/" + Corpus.id(url, 2)))
        .body(containsString("<time datetime=\"2024-01-02\">"))
        .body(containsString("href=\"" + url + '"'))
        .body(containsString("Not answered."))
        .body(not(containsString("<script")));
  }

  @Test
  void aPageHasOnePolicyOnly() {
    assertThat(
            given().get(address(0, "fr") + ".html").headers().getValues("Content-Security-Policy"))
        .hasSize(1);
  }

  @Test
  void oneThatIsGoneSaysSo() {
    String address = "/v1/briefings/" + PageIds.of("https://corpus.example/gone");
    given().get(address + ".html").then().body(containsString("taken this page away"));
    given().get(address + ".md").then().body(containsString("state: \"gone\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "zh", "ar", "ru"})
  void everyLanguageIsAValidDebate(String language) throws Exception {
    byte[] xml =
        given().get(address(0, language) + ".akn").then().statusCode(200).extract().asByteArray();
    assertThat(AknSchema.elements(AknSchema.valid(xml), "debateSection")).hasSize(Corpus.EXCHANGES);
    assertThat(new String(xml, StandardCharsets.UTF_8)).contains("showAs=\"Ann One\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaaaaaa.html",
        "x.md",
        "AAAA.akn",
        ".html",
        "a%2fb.xml",
        "aaaaaaaaaaaaaaaa.pdf",
        "%3Cscript%3E.html"
      })
  void whatIsNotThereIsNotFound(String name) {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/briefings/" + name)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", equalTo(404));
  }

  @Test
  void whatCannotBeGivenIsNotAcceptable() {
    given()
        .accept("image/png")
        .get(address(0, "fr"))
        .then()
        .statusCode(406)
        .contentType("application/problem+json");
  }

  @Test
  void anEndingThatContradictsAcceptIsNotAcceptable() {
    given()
        .accept("application/json")
        .get(address(0, "fr") + ".html")
        .then()
        .statusCode(406)
        .contentType("application/problem+json");
  }

  @Test
  void parametersAreRefusedHereToo() {
    given()
        .get(address(0, "fr") + ".md?lang=en")
        .then()
        .statusCode(400)
        .body("errors[0].name", equalTo("lang"));
  }
}
