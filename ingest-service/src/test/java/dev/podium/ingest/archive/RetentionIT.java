package dev.podium.ingest.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@IngestTest
class RetentionIT {

  private static final String SOURCE = "mfa-cn-ar";
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2001-01-01T00:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2005-01-01T00:00:00Z");

  private final Retention retention;
  private final Leases leases;

  RetentionIT(Retention retention, Leases leases) {
    this.retention = retention;
    this.leases = leases;
  }

  @Test
  void bodiesSupersededLongAgoAreDroppedAndTheirFactsStay() {
    String url = Captures.url();
    String old = html();
    String current = html();
    Captures.send(SOURCE, url, FIRST, old);
    Captures.send(SOURCE, url, SECOND, current);

    // Not while it is on its way to Kafka.
    Eventually.holds(
        () -> {
          retention.drop(LONG_AGO);
          assertThat(Captures.body(url, 1).statusCode()).isEqualTo(410);
        });

    Captures.body(url, 1)
        .then()
        .contentType("application/problem+json")
        .body("code", equalTo("body-dropped"))
        .body("detail", containsString("ingest.archive.retention"));
    given()
        .get("/v1/pages/" + PageIds.of(url) + "/revisions/1")
        .then()
        .body("fetchedAt", equalTo("2000-01-01T00:00:00.000Z"))
        .body("outcome.code", equalTo("pending"));
    assertThat(Captures.body(url, 2).asString()).isEqualTo(current);

    // The same content once more: it is stored anew, for both.
    Captures.send(SOURCE, url, Instant.parse("2002-01-01T00:00:00Z"), old);
    assertThat(Captures.body(url, 3).asString()).isEqualTo(old);
    assertThat(Captures.body(url, 1).asString()).isEqualTo(old);
  }

  @Test
  void whatIsCurrentSomewhereOrWasSeenLatelyStays() {
    String shared = html();
    String lately = html();
    String url = Captures.url();
    Captures.send(SOURCE, url, FIRST, shared);
    Captures.send(SOURCE, url, SECOND, lately);
    Captures.send(SOURCE, url, LONG_AGO, lately);
    Captures.send(SOURCE, url, LONG_AGO.plusSeconds(1), html());
    Captures.send(SOURCE, Captures.url(), FIRST, shared);
    String changed = Captures.url();
    String published = html();
    Captures.send(SOURCE, changed, FIRST, published);
    Captures.send(SOURCE, changed, SECOND, published + "<!-- bytes only -->");
    String dropped = Captures.url();
    Captures.send(SOURCE, dropped, FIRST, html());
    Captures.send(SOURCE, dropped, SECOND, html());

    Eventually.holds(
        () -> {
          retention.drop(LONG_AGO);
          assertThat(Captures.body(dropped, 1).statusCode()).isEqualTo(410);
        });

    assertThat(Captures.body(url, 1).asString()).isEqualTo(shared);
    assertThat(Captures.body(url, 2).asString()).isEqualTo(lately);
    assertThat(Captures.body(changed, 1).asString()).isEqualTo(published);
  }

  @Test
  void aRevisionThatIsWantedAgainWithoutItsBodySaysSo() {
    String url = Captures.url();
    String text = html();
    Captures.send(SOURCE, url, FIRST, text);
    Captures.send(SOURCE, url, SECOND, text + "<!-- bytes only -->");
    Captures.send(SOURCE, url, SECOND.plusSeconds(1), html());
    Eventually.holds(
        () -> {
          retention.drop(LONG_AGO);
          assertThat(Captures.body(url, 2).statusCode()).isEqualTo(410);
        });

    // With another text before it, the change of bytes becomes an edit.
    Captures.send(SOURCE, url, FIRST.plusSeconds(1), html());

    Eventually.holds(
        () ->
            given()
                .get("/v1/pages/" + PageIds.of(url) + "/revisions/2")
                .then()
                .body("outcome.code", equalTo("dead_letter"))
                .body("outcome.text", containsString("ingest.archive.retention")));
  }

  @Test
  void oneInstanceDoesItAndThenNobodyForAWhile() {
    String work = UUID.randomUUID().toString();

    assertThat(leases.take(work, Duration.ofMinutes(1))).isTrue();
    assertThat(leases.take(work, Duration.ofMinutes(1))).isTrue();
    leases.rest(work, Duration.ofMinutes(1));

    assertThat(leases.take(work, Duration.ofMinutes(1))).isFalse();
  }

  private static String html() {
    return "<p>" + UUID.randomUUID() + "</p>";
  }
}
