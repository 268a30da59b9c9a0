package dev.podium.gateway.citation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.corpus.Corpus;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatewayTest
class CitationsIT {

  private static final String URL = Corpus.url(0, "fr");

  private static String address(int ordinal) {
    return "/v1/exchanges/" + Corpus.id(URL, ordinal);
  }

  @Test
  void bibtexTellsWhoSaidItWhereAndWhenItWasSeen() {
    given()
        .get(address(2) + "?format=bibtex")
        .then()
        .statusCode(200)
        .contentType(startsWith("application/x-bibtex"))
        .body(startsWith("@misc{corpus2024-" + Corpus.id(URL, 2) + ",\n"))
        .body(containsString("author = {{Ann One}},"))
        .body(containsString("date = {2024-01-01},"))
        .body(containsString("url = {" + URL + "},"))
        .body(containsString("urldate = {2026-01-01},"))
        .body(containsString("Question 2 by AFP"))
        .body(containsString(address(2)));
  }

  @Test
  void cslHasWhatItsSchemaRequires() {
    given()
        .get(address(3) + "?format=csl")
        .then()
        .statusCode(200)
        .contentType(startsWith("application/vnd.citationstyles.csl+json"))
        .body("$", hasSize(1))
        .body("[0].id", equalTo(Corpus.id(URL, 3)))
        .body("[0].type", equalTo("interview"))
        .body("[0].author[0].literal", equalTo("bea-two by name"))
        .body("[0].interviewer[0].literal", equalTo("Reuters"))
        .body("[0].title", equalTo("Title of day 0"))
        .body("[0].issued.'date-parts'[0]", equalTo(java.util.List.of(2024, 1, 1)))
        .body("[0].accessed.'date-parts'[0]", equalTo(java.util.List.of(2026, 1, 1)))
        .body("[0].URL", equalTo(URL));
  }

  @Test
  void whatHasNoDateIsCitedWithoutOne() {
    String address = "/v1/exchanges/" + Corpus.id("https://corpus.example/undated", 1);
    given()
        .get(address + "?format=csl")
        .then()
        .body("[0]", not(hasKey("issued")))
        .body("[0].type", equalTo("speech"));
    given()
        .get(address + "?format=bibtex")
        .then()
        .body(not(containsString("year")))
        .body(matchesPattern("(?s)@misc\\{corpus-.*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/x-bibtex | | application/x-bibtex",
        "application/vnd.citationstyles.csl+json | | application/vnd.citationstyles.csl+json",
        "*/* | | application/json",
        "application/json | ?format=bibtex | application/x-bibtex",
        "application/x-bibtex | ?format=csl | application/vnd.citationstyles.csl+json",
        "*/* | ?format=json | application/json",
      })
  void acceptOrTheAddressTellsTheFormat(String accept, String query, String type) {
    given()
        .accept(accept)
        .get(address(1) + (query == null ? "" : query))
        .then()
        .statusCode(200)
        .contentType(startsWith(type));
  }

  @Test
  void jsonLeadsToTheCitations() {
    Response answer = given().get(address(1));
    assertThat(answer.headers().getValues("Vary")).contains("Accept");
    assertThat(String.join(", ", answer.headers().getValues("Link")))
        .contains("?format=bibtex>; rel=\"alternate\"; type=\"application/x-bibtex\"")
        .contains("rel=\"version-history\"");
  }

  @Test
  void oneThatIsKnownNeedNotBeSentAgain() {
    String address = address(1) + "?format=bibtex";
    String tag = given().get(address).then().extract().header("ETag");
    given().header("If-None-Match", tag).get(address).then().statusCode(304);
  }

  @Test
  void whatIsWrongIsSaid() {
    given()
        .get(address(1) + "?format=ris")
        .then()
        .statusCode(400)
        .body("errors[0].name", equalTo("format"));
    given()
        .get("/v1/exchanges/aaaaaaaaaaaaaaaa?format=csl")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given()
        .accept("application/x-bibtex")
        .get("/v1/exchanges/x")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }
}
