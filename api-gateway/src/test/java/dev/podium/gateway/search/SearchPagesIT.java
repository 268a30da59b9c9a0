package dev.podium.gateway.search;

import static dev.podium.gateway.search.Searches.get;
import static dev.podium.gateway.search.Searches.search;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.gateway.GatewayTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class SearchPagesIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=newest",
        "sort=oldest",
        "q=title%20OR%20day%20OR%20follow",
        "sort=relevance",
        "q=day&sort=oldest",
        "size=100",
        "size=7&sort=oldest&status=live&status=withdrawn"
      })
  void nextLeadsThroughAllEachOnce(String query) {
    List<String> ids = new ArrayList<>();
    JsonPath page = get("/v1/exchanges?" + (query.contains("size") ? "" : "size=17&") + query);
    long total = page.getLong("total");
    ids.addAll(page.getList("items.id", String.class));
    while (page.getString("next") != null) {
      page = get(page.getString("next"));
      assertThat(page.getLong("total")).isEqualTo(total);
      ids.addAll(page.getList("items.id", String.class));
    }
    assertThat(ids).hasSize((int) total);
    assertThat(new HashSet<>(ids)).hasSize((int) total);
  }

  @Test
  void exchangesWithoutDateComeLastInBothOrders() {
    for (String sort : List.of("newest", "oldest")) {
      JsonPath page = get("/v1/exchanges?size=100&sort=" + sort);
      while (page.getString("next") != null) {
        page = get(page.getString("next"));
      }
      List<String> dates = page.getList("items.briefing.date", String.class);
      assertThat(dates.getLast()).isNull();
    }
  }

  @Test
  void oldestAndNewestAreOpposites() {
    search(Map.of("sort", "oldest")).body("items[0].briefing.date", equalTo("2023-05-05"));
    search(Map.of("sort", "newest", "q", "Corée"))
        .body("items[0].briefing.date", equalTo("2024-01-17"));
  }

  @Test
  void theNextPageIsAlsoALink() {
    var response = given().get("/v1/exchanges?size=1").then().statusCode(200).extract();
    String next = response.path("next");
    assertThat(response.header("Link")).isEqualTo("<" + next + ">; rel=\"next\"");
  }

  @Test
  void aCursorIsBoundToItsQuery() {
    String cursor = cursor("/v1/exchanges?size=1&language=fr");
    get(Map.of("language", "fr", "size", "5", "cursor", cursor)).statusCode(200);
    get(Map.of("language", "en", "cursor", cursor))
        .statusCode(400)
        .body("errors.name", contains("cursor"))
        .body("errors[0].detail", containsString("another query"));
    given().queryParams(Map.of("cursor", cursor)).get("/v1/briefings").then().statusCode(400);
  }

  private static String cursor(String address) {
    String next = get(address).getString("next");
    return next.substring(next.indexOf("cursor=") + "cursor=".length());
  }
}
