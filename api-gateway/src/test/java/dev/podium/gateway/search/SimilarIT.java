package dev.podium.gateway.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.corpus.Corpus;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class SimilarIT {

  /** The themes of the corpus come round every four days, so that each is asked on five. */
  @ParameterizedTest
  @CsvSource({"fr, navire", "en, ship", "zh, 船", "ar, السفينة", "ru, корабль"})
  void whatSpeaksOfTheSameComesFirst(String language, String word) {
    String id = Corpus.id(Corpus.url(2, language), 2);
    JsonPath found =
        given()
            .get("/v1/exchanges/" + id + "/similar?size=4")
            .then()
            .statusCode(200)
            .body("items", hasSize(4))
            .extract()
            .jsonPath();
    assertThat(found.getList("items.id", String.class)).doesNotContain(id).doesNotHaveDuplicates();
    assertThat(found.getList("items.question.text", String.class))
        .allSatisfy(text -> assertThat(text).containsIgnoringCase(word));
    assertThat(found.getList("items.briefing.language", String.class))
        .allSatisfy(tag -> assertThat(tag).startsWith(language));
  }

  @Test
  void everyoneIsReachedOnce() {
    String id = Corpus.id(Corpus.url(2, "fr"), 2);
    List<String> ids = new ArrayList<>();
    String next = "/v1/exchanges/" + id + "/similar?size=3";
    int total = -1;
    while (next != null) {
      JsonPath page = given().get(next).then().statusCode(200).extract().jsonPath();
      total = page.getInt("total");
      ids.addAll(page.getList("items.id"));
      String href = page.getString("next");
      next =
          href == null
              ? null
              : URI.create(href).getRawPath() + '?' + URI.create(href).getRawQuery();
    }
    assertThat(ids).hasSize(total).hasSizeGreaterThan(3);
    assertThat(new HashSet<>(ids)).hasSize(total).doesNotContain(id);
  }

  @Test
  void whatNobodyElseSaysIsLikeNothing() {
    given()
        .get("/v1/exchanges/" + Corpus.id("https://corpus.example/gone", 2) + "/similar")
        .then()
        .statusCode(200)
        .body("items", hasSize(0))
        .body("total", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aaaaaaaaaaaaaaaa", "x", "%F0%9F"})
  void whatIsNotThereIsNotFound(String id) {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/exchanges/" + id + "/similar")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=x", "size=0", "size=1001", "cursor=x"})
  void wrongParametersAreNamed(String query) {
    given()
        .get("/v1/exchanges/" + Corpus.id(Corpus.url(2, "fr"), 2) + "/similar?" + query)
        .then()
        .statusCode(400)
        .body("errors", hasSize(1));
  }
}
