package dev.podium.gateway.revision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.corpus.Corpus;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class RevisionsIT {

  private static final String EDITED = Corpus.id(Corpus.url(2, "zh"), Corpus.EDITED);
  private static final String UNCHANGED = Corpus.id(Corpus.url(0, "fr"), 1);
  private static final String ADDRESS = "/v1/exchanges/" + EDITED;
  private static final String PRESENT_ANSWER = "船昨晚已经启航。";

  @Test
  void everyRevisionIsListedWithWhatItChanged() {
    given()
        .get(ADDRESS + "/revisions")
        .then()
        .statusCode(200)
        .body("total", equalTo(4))
        .body("items.version", contains(ofHour(0), ofHour(1), ofHour(2), ofHour(3)))
        .body("items[0].changed", contains("answer.text"))
        .body("items[1].changed", empty())
        .body("items[3].changed", nullValue())
        .body("items[0].fetchedAt", equalTo("2026-01-01T08:00:00.000Z"))
        .body("items[0].recordedAt", equalTo("2026-01-01T08:00:01.000Z"))
        .body("items[1].href", endsWith(ADDRESS + "/revisions/" + ofHour(1)))
        .body("next", nullValue());
  }

  @Test
  void pagesOfRevisionsAreLikeTheWhole() {
    List<Long> versions = new ArrayList<>();
    List<Object> changed = new ArrayList<>();
    String next = ADDRESS + "/revisions?size=1";
    while (next != null) {
      JsonPath page = given().get(next).then().statusCode(200).extract().jsonPath();
      assertThat(page.getList("items")).hasSize(1);
      versions.add(page.getLong("items[0].version"));
      changed.add(page.get("items[0].changed"));
      next = path(page.getString("next"));
    }
    assertThat(versions).containsExactly(ofHour(0), ofHour(1), ofHour(2), ofHour(3));
    assertThat(changed)
        .containsExactly(List.of("answer.text"), List.of(), List.of("answer.text"), null);
  }

  @Test
  void aCursorIsGoodForItsExchangeAlone() {
    String next =
        given().get(ADDRESS + "/revisions?size=1").then().extract().jsonPath().getString("next");
    given()
        .get("/v1/exchanges/" + UNCHANGED + "/revisions?" + URI.create(next).getRawQuery())
        .then()
        .statusCode(400)
        .body("errors[0].name", equalTo("cursor"));
  }

  @Test
  void theExchangeLeadsToItsRevisions() {
    given()
        .get(ADDRESS)
        .then()
        .header("Link", containsString(ADDRESS + "/revisions>; rel=\"version-history\""));
  }

  @Test
  void aRevisionIsServedAsItWasAndMayBeKept() {
    String address = ADDRESS + "/revisions/" + ofHour(2);
    String tag =
        given()
            .get(address)
            .then()
            .statusCode(200)
            .header("Cache-Control", containsString("immutable"))
            .body("id", equalTo(EDITED))
            .body("version", equalTo(ofHour(2)))
            .body("answer.text", equalTo(Corpus.EARLIER_ANSWER))
            .body("fetchedAt", equalTo("2026-01-01T06:00:00.000Z"))
            .body("briefing.language", equalTo("zh"))
            .body("briefing.title", equalTo("Title of day 2"))
            .body("briefing.fetchedAt", equalTo("2026-01-01T06:00:00.000Z"))
            .extract()
            .header("ETag");
    given().header("If-None-Match", tag).get(address).then().statusCode(304);
  }

  @Test
  void everyAddressOfTheListAnswers() {
    List<String> hrefs =
        given().get(ADDRESS + "/revisions").then().extract().jsonPath().getList("items.href");
    assertThat(hrefs).hasSize(4);
    hrefs.forEach(href -> given().get(path(href)).then().statusCode(200));
  }

  @Test
  void theDiffSaysWhatTheLastEditChanged() {
    JsonPath diff =
        given()
            .get(ADDRESS + "/diff")
            .then()
            .statusCode(200)
            .body("exchangeId", equalTo(EDITED))
            .body("from.version", equalTo(ofHour(1)))
            .body("to.version", equalTo(ofHour(0)))
            .body("to.href", endsWith(ADDRESS + "/revisions/" + ofHour(0)))
            .body("changed", contains("answer.text"))
            .body("before.answer.text", equalTo(Corpus.EARLIER_ANSWER))
            .body("after.answer.text", equalTo(PRESENT_ANSWER))
            .body("diff", hasSize(1))
            .body("diff[0].path", equalTo("answer.text"))
            .extract()
            .jsonPath();
    assertThat(cut(Corpus.EARLIER_ANSWER, diff, "removed")).isEqualTo("没有");
    assertThat(cut(PRESENT_ANSWER, diff, "added")).isEqualTo("已经");
  }

  @Test
  void anyTwoRevisionsCanBeCompared() {
    given()
        .get(ADDRESS + "/diff?from=" + ofHour(0) + "&to=" + ofHour(3))
        .then()
        .statusCode(200)
        .body("before.answer.text", equalTo(PRESENT_ANSWER))
        .body("after.answer.text", equalTo("无可奉告。"));
    given()
        .get(ADDRESS + "/diff?from=" + ofHour(2) + "&to=" + ofHour(1))
        .then()
        .statusCode(200)
        .body("changed", empty())
        .body("diff", empty());
    given()
        .get(ADDRESS + "/diff?to=" + ofHour(1))
        .then()
        .statusCode(200)
        .body("from.version", equalTo(ofHour(3)));
  }

  @Test
  void whatWasNeverEditedHasNothingBefore() {
    given()
        .get("/v1/exchanges/" + UNCHANGED + "/diff")
        .then()
        .statusCode(200)
        .body("from", nullValue())
        .body("before", nullValue())
        .body("changed", empty())
        .body("diff", empty())
        .body("to.version", equalTo(ofHour(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/exchanges/aaaaaaaaaaaaaaaa/revisions",
        "/v1/exchanges/x/revisions",
        "/v1/exchanges/aaaaaaaaaaaaaaaa/revisions/1",
        "/v1/exchanges/aaaaaaaaaaaaaaaa/diff",
        "EDITED/revisions/1",
        "EDITED/revisions/-1",
        "EDITED/revisions/99999999999999999999",
        "EDITED/revisions/newest",
        "EDITED/revisions/..%2f..",
        "EDITED/diff?from=1",
        "EDITED/diff?to=9999999999999999",
      })
  void whatIsNotThereIsNotFound(String address) {
    given()
        .urlEncodingEnabled(false)
        .get(address.replace("EDITED", ADDRESS))
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", containsString("no-such-"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/diff?from=x",
        "/diff?to=-1",
        "/diff?from=1&from=2",
        "/diff?to=12345678901234567",
        "/diff?version=1",
        "/revisions?size=0",
        "/revisions?sort=oldest",
        "/revisions?cursor=x",
        "/revisions/1?size=1",
      })
  void wrongParametersAreNamed(String address) {
    given()
        .get(ADDRESS + address)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors", hasSize(1));
  }

  /** The version of the revision that was fetched so many hours before the present one. */
  private static long ofHour(int hours) {
    return (1_767_254_400_000L - hours * 3_600_000L) * 1000 + 1;
  }

  private static String cut(String text, JsonPath diff, String side) {
    int start = diff.getInt("diff[0]." + side + "[0].start");
    int end = diff.getInt("diff[0]." + side + "[0].end");
    return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
  }

  private static String path(String href) {
    return href == null
        ? null
        : URI.create(href).getRawPath()
            + (URI.create(href).getRawQuery() == null ? "" : "?" + URI.create(href).getRawQuery());
  }
}
