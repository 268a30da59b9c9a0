package dev.podium.gateway.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.gateway.GatewayTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A search that is kept finds of a few exchanges and briefings what it finds of all. */
@GatewayTest
class SavedSearchesIT {

  private static final Map<String, List<String>> SEARCH = Map.of("q", List.of("coree"));
  private static final String ANY = "&status=live&status=withdrawn&status=reworded";
  private static final String UNKNOWN = "aaaaaaaaaaaaaaaa";

  private final SavedSearches searches;

  SavedSearchesIT(SavedSearches searches) {
    this.searches = searches;
  }

  private static Set<String> values(String search, String path) {
    return new HashSet<>(
        given()
            .get("/v1/exchanges?size=1000" + search)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList(path, String.class));
  }

  private static Set<String> withUnknown(Set<String> ids) {
    Set<String> more = new HashSet<>(ids);
    more.add(UNKNOWN);
    return more;
  }

  @Test
  void ofBriefingsThoseWithAnExchangeThatItFinds() {
    Set<String> all = values(ANY, "items.briefing.id");
    Set<String> found = values(ANY + "&q=coree", "items.briefing.id");
    assertThat(found).isNotEmpty().hasSizeLessThan(all.size());

    assertThat(searches.briefingsAmong(SEARCH, withUnknown(all))).isEqualTo(found);
    assertThat(searches.briefingsAmong(SEARCH, Set.of())).isEmpty();
  }

  @Test
  void ofExchangesThoseThatItFinds() {
    Set<String> all = values(ANY, "items.id");
    Set<String> found = values(ANY + "&q=coree", "items.id");

    assertThat(searches.among(SEARCH, withUnknown(all))).isEqualTo(found);
    assertThat(searches.versions(withUnknown(found)).keySet()).isEqualTo(found);
  }
}
