package dev.podium.gateway.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.EventJson;
import dev.podium.gateway.GatewayTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes for those who ask again and again. */
@GatewayTest
class ChangesIT {

  private static final int MOST_PAGES = 1_000;

  private final ChangesTopic topic = new ChangesTopic();
  private final String source = "changes-" + UUID.randomUUID();
  private final Instant begun = Instant.now().minusSeconds(600);
  private final Changes changes = new Changes(source);

  private String list() {
    return "/v1/changes?source=" + source + "&since=" + begun;
  }

  private static JsonNode get(String address) {
    Response answer = given().urlEncodingEnabled(false).get(address);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return EventJson.read(answer.asString().getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.required("items").forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  /** Collects until there is no more; returns where to go on. */
  private static String walk(String address, List<String> ids) {
    String next = address;
    for (int i = 0; i < MOST_PAGES; i++) {
      JsonNode page = get(next);
      ids.addAll(ids(page));
      next = page.required("next").textValue();
      if (!page.required("more").booleanValue()) {
        return next;
      }
    }
    throw new AssertionError("still more after " + MOST_PAGES + " pages");
  }

  /** Goes on until so many have come, since what is published is read a moment later. */
  private static String await(String address, int count, List<String> ids) {
    String next = address;
    for (int i = 0; i < MOST_PAGES && ids.size() < count; i++) {
      next = walk(next, ids);
      // What is published is read a moment later.
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    assertThat(ids).hasSize(count);
    return next;
  }

  @Test
  void aPollerMissesNothingAndGetsNothingTwice() {
    List<Change> first = changes.added(70);
    topic.publish(first);
    List<String> ids = new ArrayList<>();
    String next = await(list() + "&size=20", first.size(), ids);
    assertThat(ids).containsExactlyInAnyOrderElementsOf(first.stream().map(Change::id).toList());

    JsonNode idle = get(next);
    assertThat(ids(idle)).isEmpty();
    assertThat(idle.required("more").booleanValue()).isFalse();
    List<Change> second = new Changes(source).added(75).subList(70, 75);
    topic.publish(second);
    List<String> later = new ArrayList<>();
    await(idle.required("next").textValue(), second.size(), later);

    assertThat(later).containsExactlyInAnyOrderElementsOf(second.stream().map(Change::id).toList());
  }

  @Test
  void aPageLeadsIntoTheStreamAndBack() {
    topic.publish(changes.added(3));
    String position = get(await(list(), 3, new ArrayList<>())).required("position").textValue();
    Change next = changes.added("x");
    topic.publish(List.of(next));
    List<String> ids = new ArrayList<>();

    await("/v1/changes?source=" + source + "&after=" + position, 1, ids);

    assertThat(ids).containsExactly(next.id());
  }

  @Test
  void whatQuotesSomethingErasedIsListedNoMore() {
    Change kept = changes.added("kept");
    Change added = changes.added("secret");
    topic.publish(List.of(kept, added));
    await(list(), 2, new ArrayList<>());
    Change erased =
        changes.change("secret", Change.Kind.ERASED, Change.Cause.SOURCE, "fr", "Rien.");
    topic.publish(List.of(erased));
    List<String> ids = new ArrayList<>();

    walk(await(list() + "&kind=erased", 1, new ArrayList<>()), new ArrayList<>());
    walk(list(), ids);

    assertThat(ids).containsExactlyInAnyOrder(kept.id(), erased.id());
  }

  @Test
  void sinceLeavesOutWhatWasRecordedBefore() {
    topic.publish(changes.added(3));
    given()
        .get("/v1/changes?source=" + source + "&since=" + Instant.now().plusMillis(1))
        .then()
        .statusCode(200)
        .body("items", empty())
        .body("next", notNullValue())
        .header("Link", containsString("rel=\"next\""));
  }

  @Test
  void whatTheTopicDoesNotHaveAnyMoreComesFromTheHistory() {
    topic.publish(changes.added(5));
    topic.forget();
    Change kept = changes.added("kept");
    topic.publish(List.of(kept));
    List<String> ids = new ArrayList<>();

    // What stands for index-service tells of four changes on two pages, one of another source.
    String next =
        await("/v1/changes?source=past-changes&source=" + source + "&since=2017-01-01", 4, ids);

    assertThat(ids).containsExactly("past-1", "past-2", "past-3", kept.id());
    assertThat(ids(get(next))).isEmpty();
  }

  @Test
  void aPollerThatWasAwayForTooLongGoesOnInTheHistory() {
    topic.publish(changes.added(5));
    String next = await(list(), 5, new ArrayList<>());
    topic.publish(new Changes(source).added(8).subList(5, 8));
    topic.forget();
    Change kept = changes.added("kept");
    topic.publish(List.of(kept));
    List<String> ids = new ArrayList<>();

    await(next, 1, ids);

    assertThat(ids).containsExactly(kept.id());
  }

  @Test
  void aPositionThatIsKeptNoMoreIsSaidToBe() {
    topic.publish(changes.added(30));
    String position = get(list()).required("position").textValue();
    topic.publish(changes.added(30));
    topic.forget();

    given()
        .get("/v1/changes?after=" + position)
        .then()
        .statusCode(410)
        .body("code", equalTo("position-expired"))
        .body("detail", containsString("since"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "since=yesterday|since|neither a time",
        "since=2026-02-30|since|neither a time",
        "since=-999999999-01-01T00:00:00Z|since|neither a time",
        "since=99999-01-01|since|neither a time",
        "size=0|size|no number from 1 to 100",
        "cursor=abc|cursor|none of this service's cursors",
        "after=0:1,0:2|after|named twice",
        "q=x|q|there is no such parameter",
        "cause=weather|cause|none of source, parser, backfill"
      })
  void wrongParametersAreNamed(String query, String name, String detail) {
    given()
        .get("/v1/changes?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].name", equalTo(name))
        .body("errors[0].detail", containsString(detail));
  }

  @Test
  void aCursorIsGoodForItsFiltersOnly() {
    String next = get(list()).required("next").textValue();

    given()
        .urlEncodingEnabled(false)
        .get(next.replace("source=" + source, "source=other"))
        .then()
        .statusCode(400)
        .body("errors[0].detail", containsString("another query"));
  }
}
