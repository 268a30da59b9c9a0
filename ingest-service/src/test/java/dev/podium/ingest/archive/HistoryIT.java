package dev.podium.ingest.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.page.PageEvent;
import dev.podium.contracts.topic.Topics;
import dev.podium.ingest.IngestTest;
import dev.podium.ingest.Topic;
import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import dev.podium.kit.record.RecordHeaders;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a page over the years. */
@IngestTest
class HistoryIT {

  private static final String SOURCE = "mfa-cn-ru";
  private static final int FETCHES = 1000;

  private final Archive archive;
  private final Sources sources;

  HistoryIT(Archive archive, Sources sources) {
    this.archive = archive;
    this.sources = sources;
  }

  @Test
  void editedEditedBackRemovedAndRestoredAreFiveRevisions() {
    String url = Captures.url();
    for (int look = 0; look < 3; look++) {
      take(Captures.live(url, "<p>A</p>"));
    }
    take(Captures.live(url, "<p>B</p>"));
    take(Captures.live(url, "<p>A</p>"));
    take(Captures.gone(url));
    take(Captures.gone(url));
    take(Captures.live(url, "<p>A</p>"));

    List<PageEvent> events = events(url, 5);

    Captures.page(url)
        .then()
        .body("revisionCount", is(5))
        .body(
            "revisions.state", equalTo(List.of("present", "gone", "present", "present", "present")))
        .body("revisions[1].httpStatus", is(410));
    assertThat(events.stream().map(PageEvent::revision)).containsExactly(1, 2, 3, 4, 5);
    assertThat(events.stream().map(event -> event.state().code()))
        .containsExactly("present", "present", "present", "gone", "present");
    assertThat(events).isSortedAccordingTo((a, b) -> a.fetchedAt().compareTo(b.fetchedAt()));
  }

  @Test
  void anOlderCaptureImportedAfterwardsChangesNothingCurrent() {
    String url = Captures.url();
    take(Captures.live(url, "<p>A</p>"));
    take(Captures.live(url, "<p>B</p>"));
    String current = Captures.page(url).jsonPath().getString("revisions[0].sha256");

    Captures.send(SOURCE, url, Instant.parse("2018-05-01T06:00:00Z"), "<p>then</p>")
        .then()
        .statusCode(202);

    Captures.page(url)
        .then()
        .body("revisions.number", equalTo(List.of(2, 1, 3)))
        .body("revisions[0].sha256", equalTo(current))
        .body("revisions[2].origin", equalTo("import"));
    take(Captures.live(url, "<p>B</p>"));
    Captures.page(url).then().body("revisionCount", is(3));
    assertThat(events(url, 3).getLast().fetchedAt()).isEqualTo("2018-05-01T06:00:00Z");
  }

  @Test
  void aNonceInEveryResponseIsOneRevisionThatIsPublished() {
    String url = Captures.url();
    for (int fetch = 1; fetch <= FETCHES; fetch++) {
      take(Captures.live(url, "<p>same</p><script nonce=n" + fetch + ">go()</script>"));
    }
    take(Captures.live(url, "<p>other</p>"));

    List<PageEvent> events = events(url, 2);

    assertThat(events.stream().map(PageEvent::revision)).containsExactly(1, FETCHES + 1);
    Captures.page(url)
        .then()
        .body("revisionCount", is(FETCHES + 1))
        .body("revisions.findAll{it.outcome.code=='unchanged'}.size()", is(FETCHES - 1));
  }

  @Test
  void whatTheServerSaidIsKept() {
    String url = Captures.url();
    take(
        Captures.live(
            url,
            "<p>A</p>",
            new Header("Server", "nginx"),
            new Header("set-cookie", "a=1"),
            new Header("set-cookie", "b=2")));

    given()
        .get("/v1/pages/" + PageIds.of(url) + "/revisions/1")
        .then()
        .body("robots", equalTo(Captures.ROBOTS))
        .body("headers.name", equalTo(List.of("Server", "set-cookie", "set-cookie")))
        .body("headers.value", equalTo(List.of("nginx", "a=1", "b=2")));
    Captures.page(url).then().body("revisions[0].headers", nullValue());
  }

  private void take(Capture capture) {
    Source source = sources.find(SOURCE).orElseThrow();
    archive.take(source, capture);
  }

  private static List<PageEvent> events(String url, int count) {
    return Topic.await(Topics.PAGES, count, found -> url.equals(found.key())).stream()
        .map(found -> PageEvent.fromHeaders(RecordHeaders.read(found.headers())))
        .toList();
  }
}
