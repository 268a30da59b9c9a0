package dev.podium.gateway.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.contracts.change.Change;
import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.change.ChangeTail;
import dev.podium.gateway.change.Changes;
import dev.podium.gateway.change.ChangesTopic;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes as they come. */
@GatewayTest
class StreamIT {

  private static final int MANY = 1_000;
  private static final int CLIENTS = 60;

  private final ChangesTopic topic = new ChangesTopic();
  private final HttpClient client = HttpClient.newHttpClient();
  private final String source = "stream-" + UUID.randomUUID();
  private final Changes changes = new Changes(source);
  private final ChangeTail tail;

  StreamIT(ChangeTail tail) {
    this.tail = tail;
  }

  @AfterEach
  void close() {
    client.shutdownNow();
  }

  private URI address(String query) {
    return URI.create("http://localhost:" + RestAssured.port + "/v1/stream?" + query);
  }

  private EventReader listen(String query, String lastId) {
    EventReader reader = new EventReader();
    HttpResponse<Void> answer = reader.listen(client, address(query), lastId);
    assertThat(answer.statusCode()).isEqualTo(200);
    return reader;
  }

  /** Where the stream is now. */
  private String now() throws InterruptedException {
    try (EventReader reader = listen("", null)) {
      return reader.next().id();
    }
  }

  @Test
  void aChangeComesWithTheNextPositionAsItsId() throws InterruptedException {
    EventReader reader = new EventReader();
    HttpResponse<Void> answer = reader.listen(client, address("source=" + source), null);
    String before = reader.next().id();
    Change change = changes.added("a");

    topic.publish(List.of(change));

    EventReader.Event event = reader.nextChange();
    assertThat(event.name()).isEqualTo("message");
    assertThat(event.id()).matches("0:\\d+(,\\d+:\\d+){5}").isNotEqualTo(before);
    assertThat(event.json().path("id").asText()).isEqualTo(change.id());
    assertThat(event.json().path("after").path("answer").path("text").asText())
        .isEqualTo("Un mot de a.");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("X-Accel-Buffering")).hasValue("no");
    assertThat(answer.headers().firstValue("Content-Encoding").orElse("identity"))
        .isEqualTo("identity");
  }

  @Test
  void whatPublishersDidAloneComesUnlessAsked() throws InterruptedException {
    EventReader usual = listen("source=" + source, null);
    EventReader all = listen("source=" + source + "&cause=parser&cause=source", null);
    Change parsed = changes.added("parsed", Change.Cause.PARSER);
    Change published = changes.added("published");
    usual.next();
    all.next();

    topic.publish(List.of(parsed));
    topic.publish(List.of(published));

    assertThat(usual.nextChange().json().path("id").asText()).isEqualTo(published.id());
    String first = all.nextChange().json().path("id").asText();
    String second = all.nextChange().json().path("id").asText();
    assertThat(List.of(first, second)).containsExactlyInAnyOrder(parsed.id(), published.id());
  }

  @Test
  void aHeartbeatTakesAClientOnThatWantsNothingOfWhatCame() throws InterruptedException {
    EventReader reader = listen("source=nothing-of-that", null);
    String before = reader.next().id();

    topic.publish(changes.added(1));

    EventReader.Event beat = reader.next();
    while (beat.id().equals(before)) {
      beat = reader.next();
    }
    assertThat(beat.name()).isEqualTo("heartbeat");
    assertThat(beat.json().path("time").asText()).matches("20\\d\\d-.*Z");
  }

  @Test
  void manyWhoWereAwayMissNothingAndGetNothingTwice() throws InterruptedException {
    String before = now();
    List<Change> published = changes.added(MANY);
    topic.publish(published);
    Set<String> expected = new HashSet<>();
    published.forEach(change -> expected.add(change.id()));
    List<EventReader> readers = new ArrayList<>();

    for (int i = 0; i < CLIENTS; i++) {
      readers.add(
          i % 2 == 0
              ? listen("source=" + source, before)
              : listen("source=" + source + "&after=" + before, null));
    }

    for (EventReader reader : readers) {
      Set<String> got = new HashSet<>();
      for (int i = 0; i < MANY; i++) {
        assertThat(got.add(reader.nextChange().json().path("id").asText())).isTrue();
      }
      assertThat(got).isEqualTo(expected);
    }
  }

  @Test
  void theHeaderOfAClientThatComesBackCountsMoreThanItsAddress() throws InterruptedException {
    String old = now();
    topic.publish(changes.added(1));
    EventReader first = listen("source=" + source + "&after=" + old, null);
    String seen = first.nextChange().id();
    Change later = changes.added("later");
    topic.publish(List.of(later));

    EventReader again = listen("source=" + source + "&after=" + old, seen);

    assertThat(again.nextChange().json().path("id").asText()).isEqualTo(later.id());
  }

  @Test
  void whoComesTooLateIsToldWhereTheRestIs() throws InterruptedException {
    String old = now();
    topic.publish(changes.added(20));
    topic.forget();
    Change kept = changes.added("kept");
    topic.publish(List.of(kept));

    EventReader reader = listen("source=" + source + "&after=" + old, null);

    EventReader.Event reset = reader.nextBut("heartbeat");
    assertThat(reset.name()).isEqualTo("reset");
    assertThat(reset.json().path("code").asText()).isEqualTo("expired");
    assertThat(reset.json().path("changes").asText())
        .startsWith("http://localhost:" + RestAssured.port + "/v1/changes?source=" + source)
        .contains("&since=");
    assertThat(reader.nextChange().json().path("id").asText()).isEqualTo(kept.id());
  }

  @Test
  void aPositionThatNeverWasBeginsAnew() throws InterruptedException {
    Change change = changes.added("anew");
    topic.publish(List.of(change));

    EventReader reader = listen("source=" + source + "&after=0:999999999", null);

    EventReader.Event reset = reader.nextBut("heartbeat");
    assertThat(reset.name()).isEqualTo("reset");
    assertThat(reset.json().path("code").asText()).isEqualTo("unknown");
    assertThat(reader.nextChange().json().path("id").asText()).isEqualTo(change.id());
  }

  @Test
  void whatIsNoChangeIsLeftOut() throws InterruptedException {
    EventReader reader = listen("source=" + source, null);
    reader.next();
    Change change = changes.added("right");

    topic.publishNonsense(change.briefing().id());
    topic.publish(List.of(change));

    assertThat(reader.nextChange().json().path("id").asText()).isEqualTo(change.id());
  }

  @Test
  void whatGoesWrongOnceEndsNoStream() throws InterruptedException {
    EventReader reader = listen("source=" + source, null);
    reader.next();
    AtomicBoolean failed = new AtomicBoolean();
    Runnable failing =
        () -> {
          if (failed.compareAndSet(false, true)) {
            throw new IllegalStateException("what nobody foresees");
          }
        };
    tail.follow(failing);
    try {
      Change first = changes.added("first");
      topic.publish(List.of(first));
      assertThat(reader.nextChange().json().path("id").asText()).isEqualTo(first.id());
      Change second = changes.added("second");
      topic.publish(List.of(second));

      assertThat(reader.nextChange().json().path("id").asText()).isEqualTo(second.id());
      assertThat(failed).isTrue();
    } finally {
      tail.leave(failing);
    }
  }

  @Test
  void aStreamEndsWithTheKeyThatOpenedIt() throws Exception {
    String revoked = AdminKey.make("read");
    String expiring = expiring();
    EventReader ofRevoked = listenWith(revoked);
    EventReader ofExpiring = listenWith(expiring);
    EventReader ofUsable = listenWith(AdminKey.make("read"));
    EventReader ofConfigured = listenWith(AdminKey.TEXT);
    EventReader ofNobody = listen("", null);
    ofRevoked.next();

    AdminKey.given().delete("/v1/keys/" + revoked.split("_", 3)[1]).then().statusCode(204);

    assertThat(ofRevoked.ended().get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(ofExpiring.ended().get(30, TimeUnit.SECONDS)).isTrue();
    for (EventReader other : List.of(ofUsable, ofConfigured, ofNobody)) {
      other.next();
      assertThat(other.ended()).isNotDone();
    }
  }

  private EventReader listenWith(String key) {
    EventReader reader = new EventReader();
    assertThat(reader.listenWith(key, client, address("")).statusCode()).isEqualTo(200);
    return reader;
  }

  private static String expiring() {
    return AdminKey.given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"name": "short", "scopes": ["read"], "expiresAt": "%s"}"""
                .formatted(Instant.now().plusSeconds(3)))
        .post("/v1/keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "after=x|after|'x' is no partition and offset",
        "after=77:1|after|there is no partition 77",
        "kind=changed|kind|is none of added",
        "language=a_b|language|is no BCP 47 tag",
        "since=2026-03-01|since|there is no such parameter"
      })
  void wrongParametersAreNamed(String query, String name, String detail) {
    given()
        .get("/v1/stream?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].name", equalTo(name))
        .body("errors[0].detail", containsString(detail));
  }

  @Test
  void aWrongHeaderIsNamedToo() {
    given()
        .header("Last-Event-ID", "what")
        .get("/v1/stream")
        .then()
        .statusCode(400)
        .body("errors[0].name", equalTo("Last-Event-ID"));
    given().post("/v1/stream").then().statusCode(405);
  }
}
