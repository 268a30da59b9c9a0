package dev.podium.gateway.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.corpus.Corpus;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatewayTest
class WhoIT {

  private static final int BRIEFINGS = Corpus.DAYS * Corpus.LANGUAGES.size();
  private static final String LAST_DAY = Corpus.FIRST_DAY.plusDays(Corpus.DAYS - 1).toString();

  @Test
  void outletsHaveNamesCountsAndDays() {
    given()
        .get("/v1/outlets")
        .then()
        .statusCode(200)
        .body("items.id", contains("afp", "reuters"))
        .body("total", equalTo(2))
        .body("totalExact", equalTo(true))
        .body("items[0].names.fr", equalTo("AFP"))
        .body("items[0].names.zh", equalTo("AFP"))
        .body("items[0].exchanges", equalTo(BRIEFINGS))
        .body("items[0].first", equalTo(Corpus.FIRST_DAY.toString()))
        .body("items[0].last", equalTo(LAST_DAY))
        .body("next", nullValue());
  }

  @Test
  void whoHoldsABriefingAnswersUnlessAnotherOneIsNamed() {
    given()
        .get("/v1/spokespersons?language=fr")
        .then()
        .statusCode(200)
        .body("items.id", contains("ann-one", "bea-two"))
        .body("items[0].names.fr", equalTo("Ann One"))
        .body("items[0].exchanges", equalTo(Corpus.DAYS * (Corpus.EXCHANGES - 1)))
        .body("items[1].names.fr", equalTo("bea-two by name"))
        .body("items[1].exchanges", equalTo(Corpus.DAYS));
  }

  @ParameterizedTest
  @CsvSource({
    "outlets, language=zh&from=2024-01-03&to=2024-01-04",
    "outlets, q=korea&language=en",
    "outlets, status=withdrawn",
    "spokespersons, outlet=reuters",
    "spokespersons, kind=statement&language=ru",
  })
  void theirAddressFindsAsManyAsAreCounted(String list, String filters) {
    JsonPath who =
        given().get("/v1/" + list + '?' + filters).then().statusCode(200).extract().jsonPath();
    assertThat(who.getList("items")).isNotEmpty();
    for (int i = 0; i < who.getList("items").size(); i++) {
      given()
          .get(path(who.getString("items[" + i + "].href")))
          .then()
          .statusCode(200)
          .body("total", equalTo(who.getInt("items[" + i + "].exchanges")));
    }
  }

  @Test
  void pagesFollowEachOther() {
    JsonPath first = given().get("/v1/outlets?size=1").then().extract().jsonPath();
    assertThat(first.getList("items.id")).hasToString("[afp]");
    String next = path(first.getString("next"));
    given()
        .get(next)
        .then()
        .statusCode(200)
        .body("items.id", contains("reuters"))
        .body("total", equalTo(2))
        .body("next", nullValue());
    given()
        .get("/v1/spokespersons?" + URI.create(next).getRawQuery())
        .then()
        .statusCode(400)
        .body("errors[0].name", equalTo("cursor"));
  }

  @Test
  void whereNobodyIsThereIsNobodyListed() {
    given()
        .get("/v1/outlets?source=nowhere")
        .then()
        .statusCode(200)
        .body("items", empty())
        .body("total", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({"outlets, sort=newest", "spokespersons, size=0", "outlets, q=(", "outlets, facets=x"})
  void wrongParametersAreNamed(String list, String query) {
    given().get("/v1/" + list + '?' + query).then().statusCode(400).body("errors", hasSize(1));
  }

  private static String path(String href) {
    URI address = URI.create(href);
    return address.getRawPath() + '?' + address.getRawQuery();
  }
}
