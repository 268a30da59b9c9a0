package dev.podium.gateway.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.PageIds;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.change.Changes;
import dev.podium.gateway.change.ChangesTopic;
import dev.podium.gateway.erasure.ErasedStubs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What alerts send, to receivers that take it and to others. */
@GatewayTest
class DeliveryIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChangesTopic topic = new ChangesTopic();
  private final String name = UUID.randomUUID().toString();
  private int count;
  private final List<String> alerts = new ArrayList<>();
  private final AlertRow.Alerts table;
  private final Deliveries deliveries;

  DeliveryIT(AlertRow.Alerts table, Deliveries deliveries) {
    this.table = table;
    this.deliveries = deliveries;
  }

  @AfterEach
  void drop() {
    alerts.forEach(id -> given().delete("/v1/alerts/" + id).then().statusCode(204));
  }

  /** An alert on the corpus; returns what the gateway answers. */
  private JsonNode alert(String behaviour, String query) {
    String body =
        """
        {"name": "test", "query": %s, "url": "%s/%s/%s"}"""
            .formatted(query, Receiver.HOST, behaviour, name);
    String answer =
        given()
            .contentType(ContentType.JSON)
            .body(body)
            .post("/v1/alerts")
            .then()
            .statusCode(201)
            .extract()
            .asString();
    JsonNode alert = json(answer);
    alerts.add(alert.path("id").asText());
    return alert;
  }

  private static JsonNode json(String text) {
    return EventJson.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }

  private static <T> T await(Supplier<T> supplier, Predicate<T> wanted) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      T now = supplier.get();
      if (wanted.test(now)) {
        return now;
      }
      assertThat(System.nanoTime()).as("in time; now it is %s", now).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private List<JsonNode> received(String behaviour, int count) {
    return await(() -> Receiver.received('/' + behaviour + '/' + name), all -> all.size() >= count);
  }

  private static JsonNode log(JsonNode alert) {
    return json(
        given()
            .get("/v1/alerts/" + alert.path("id").asText() + "/deliveries")
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  /** The newest delivery once it is in a state. */
  private static JsonNode delivery(JsonNode alert, String state) {
    return await(
            () -> log(alert), log -> log.path("items").path(0).path("state").asText().equals(state))
        .path("items")
        .path(0);
  }

  /** Publishes that an exchange of the corpus was edited; one that the words find. */
  private Change edited(String words) {
    JsonNode found =
        json(given().queryParam("q", words).get("/v1/exchanges?size=1").asString())
            .path("items")
            .path(0);
    String exchange = found.path("id").asText();
    assertThat(exchange).isNotEmpty();
    Change change =
        Changes.of(
            exchange,
            found.path("briefing").path("id").asText(),
            Change.Kind.EDITED,
            name + alerts.size() + ++count);
    topic.publish(List.of(change));
    return change;
  }

  @Test
  void aChangeOfWhatTheSearchFindsIsSentSigned() throws Exception {
    JsonNode alert = alert("ok", "{\"q\": \"coree\"}");
    JsonNode other = alert("ok", "{\"q\": \"nothingsaysthat\"}");
    Change change = edited("coree");

    JsonNode message = received("ok", 1).getFirst();

    JsonNode body = json(message.path("body").asText());
    assertThat(body.path("type").asText()).isEqualTo("exchange.edited");
    assertThat(body.path("data").path("alert").path("id")).isEqualTo(alert.path("id"));
    assertThat(body.path("data").path("change").path("id").asText()).isEqualTo(change.id());
    JsonNode headers = message.path("headers");
    assertThat(headers.path("host").asText()).isEqualTo("hooks.example");
    assertThat(headers.path("content-type").asText()).isEqualTo("application/json");
    String signed =
        headers.path("webhook-id").asText()
            + '.'
            + headers.path("webhook-timestamp").asText()
            + '.'
            + message.path("body").asText();
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(alert.path("secret").asText().substring(6));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    assertThat(headers.path("webhook-signature").asText())
        .isEqualTo(
            "v1,"
                + Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    JsonNode delivered = delivery(alert, "delivered");
    assertThat(delivered.path("id")).isEqualTo(headers.path("webhook-id"));
    assertThat(delivered.path("changeId").asText()).isEqualTo(change.id());
    assertThat(delivered.path("attempts").path(0).path("status").asInt()).isEqualTo(200);
    assertThat(log(other).path("items")).isEmpty();
  }

  @Test
  void aChangeThatComesTwiceIsSentOnce() {
    JsonNode alert = alert("ok", "{\"q\": \"coree\"}");
    Change change = edited("coree");
    topic.publish(List.of(change));
    Change later = edited("coree");

    await(() -> log(alert).path("items"), items -> items.size() == 2);

    assertThat(received("ok", 2))
        .extracting(one -> json(one.path("body").asText()).path("data").path("changeId").asText())
        .containsExactlyInAnyOrder(change.id(), later.id());
  }

  @Test
  void whatFailsIsSentAgainWithTheSameId() {
    JsonNode alert = alert("twice", "{}");
    edited("coree");

    JsonNode delivered = delivery(alert, "delivered");

    assertThat(delivered.path("attempts")).hasSize(3);
    assertThat(delivered.path("attempts").path(0).path("status").asInt()).isEqualTo(500);
    assertThat(delivered.path("attempts").path(0).path("reason").asText())
        .isEqualTo("it answers with 500: not yet");
    assertThat(delivered.path("attempts").path(2).path("reason").isNull()).isTrue();
    assertThat(received("twice", 3))
        .extracting(one -> one.path("headers").path("webhook-id").asText())
        .containsOnly(delivered.path("id").asText());
  }

  @Test
  void whatFailsForTooLongIsGivenUpAndThenSwitchedOff() {
    JsonNode alert = alert("never", "{}");
    edited("coree");

    JsonNode failed = delivery(alert, "failed");
    assertThat(failed.path("attempts")).hasSizeGreaterThan(2);
    assertThat(failed.path("reason").asText()).isEqualTo("it answers with 503: away");
    assertThat(failed.path("nextAttemptAt").isNull()).isTrue();

    edited("coree");
    JsonNode off =
        await(
            () -> json(given().get("/v1/alerts/" + alert.path("id").asText()).asString()),
            now -> !now.path("enabled").asBoolean());
    assertThat(off.path("off").path("reason").asText())
        .startsWith("the receiver has taken nothing since");
  }

  @Test
  void aReceiverThatIsGoneSwitchesTheAlertOff() {
    JsonNode alert = alert("gone", "{}");
    edited("coree");

    JsonNode failed = delivery(alert, "failed");

    assertThat(failed.path("attempts")).hasSize(1);
    JsonNode off = json(given().get("/v1/alerts/" + alert.path("id").asText()).asString());
    assertThat(off.path("enabled").asBoolean()).isFalse();
    assertThat(off.path("off").path("reason").asText()).contains("410");
  }

  private JsonNode test(JsonNode alert) {
    return json(
        given()
            .post("/v1/alerts/" + alert.path("id").asText() + "/test")
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  @Test
  void aTestSaysAtOnceWhatCameOfIt() {
    JsonNode taken = test(alert("ok", "{}"));
    assertThat(taken.path("state").asText()).isEqualTo("delivered");
    assertThat(taken.path("event").asText()).isEqualTo("test");
    assertThat(taken.path("changeId").isNull()).isTrue();
    assertThat(json(received("ok", 1).getFirst().path("body").asText()).path("type").asText())
        .isEqualTo("alert.test");

    JsonNode hangs = test(alert("hang", "{}"));
    assertThat(hangs.path("state").asText()).isEqualTo("failed");
    assertThat(hangs.path("reason").asText()).isEqualTo("no answer within 1000 ms");
    assertThat(hangs.path("attempts").path(0).path("status").isNull()).isTrue();
  }

  @Test
  void aRedirectIsNotFollowed() {
    JsonNode redirected = test(alert("redirect", "{}"));

    assertThat(redirected.path("state").asText()).isEqualTo("failed");
    assertThat(redirected.path("reason").asText())
        .startsWith("it redirects, which is not followed, to http://127.0.0.1");
    assertThat(Receiver.received("/ok/redirected")).isEmpty();
  }

  @Test
  void anEndlessAnswerIsReadNoFurther() {
    JsonNode endless = test(alert("endless", "{}"));

    assertThat(endless.path("attempts").path(0).path("status").asInt()).isEqualTo(200);
    assertThat(endless.path("state").asText()).isEqualTo("delivered");
  }

  /** As with a name that is public when the alert is made, and private when it is called. */
  @Test
  void whatHasMovedInsideIsNotConnectedTo() {
    JsonNode alert = alert("ok", "{}");
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                table.findById(UUID.fromString(alert.path("id").asText())).url =
                    Receiver.inside() + "/ok/" + name);

    JsonNode refused = test(alert);

    assertThat(refused.path("state").asText()).isEqualTo("failed");
    assertThat(refused.path("reason").asText())
        .isEqualTo("127.0.0.1 is not connected to: 127.0.0.1 is a loopback address");
    assertThat(Receiver.received("/ok/" + name)).isEmpty();
  }

  @Test
  void whatOneInstanceHasClaimedTheOthersLeaveAlone() throws Exception {
    UUID alert = UUID.fromString(alert("ok", "{}").path("id").asText());
    // Later than the loop of this instance looks.
    Instant then = Instant.now().plus(Duration.ofDays(1));
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (int i = 0; i < 8; i++) {
                deliveries.add(alert, notice("change-" + i), then);
                deliveries.add(alert, notice("change-" + i), then);
              }
            });
    CompletableFuture<List<UUID>> second = new CompletableFuture<>();

    List<UUID> first =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  List<UUID> own = claim(then);
                  Thread.ofVirtual()
                      .start(
                          () ->
                              second.complete(
                                  QuarkusTransaction.requiringNew().call(() -> claim(then))));
                  second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                  return own;
                });

    assertThat(first).hasSize(4).doesNotContainAnyElementsOf(second.get());
    assertThat(second.get()).hasSize(4);
    assertThat(QuarkusTransaction.requiringNew().call(() -> claim(then))).isEmpty();
  }

  private static Deliveries.Notice notice(String change, String... quotes) {
    return new Deliveries.Notice(change, null, "added", "{\"secret\": 1}", Set.of(quotes));
  }

  private DeliveryRow row(JsonNode alert, String change) {
    UUID id = UUID.fromString(alert.path("id").asText());
    return QuarkusTransaction.requiringNew()
        .call(() -> deliveries.find("alertId = ?1 and changeId = ?2", id, change).firstResult());
  }

  @Test
  void whatQuotesAnErasedExchangeIsNotSentAnyMoreAndEmptied() {
    JsonNode alert = alert("ok", "{}");
    Change sent = edited("корабль");
    assertThat(delivery(alert, "delivered").path("erasedAt").isNull()).isTrue();
    JsonNode failing = alert("never", "{}");
    String page = PageIds.of("https://changes.example/page/" + name);
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
    UUID id = UUID.fromString(alert.path("id").asText());
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              deliveries.add(id, notice("of-exchange", page, sent.exchangeId()), tomorrow);
              deliveries.add(id, notice("of-page", page), tomorrow);
              deliveries.add(id, notice("of-neither", sent.briefing().id()), tomorrow);
              UUID other = UUID.fromString(failing.path("id").asText());
              deliveries.add(other, notice("failing", page), Instant.now());
            });
    await(() -> row(failing, "failing"), row -> row.attempts > 0);

    topic.publish(
        List.of(
            Changes.of(sent.exchangeId(), page, Change.Kind.ERASED, name + "/exchange"),
            Changes.of(null, page, Change.Kind.ERASED, name + "/page")));

    for (String change : List.of("of-exchange", "of-page")) {
      DeliveryRow erased = await(() -> row(alert, change), row -> row.erasedAt != null);
      assertThat(erased.state).isEqualTo("erased");
      assertThat(erased.body).isEmpty();
      assertThat(erased.dueAt).isNull();
    }
    DeliveryRow delivered = row(alert, sent.id());
    assertThat(delivered.state).isEqualTo("delivered");
    assertThat(delivered.body).isEmpty();
    assertThat(delivered.erasedAt).isNotNull();
    assertThat(row(alert, "of-neither").body).contains("secret");
    assertThat(row(alert, "of-neither").state).isEqualTo("waiting");
    DeliveryRow failed = await(() -> row(failing, "failing"), row -> row.erasedAt != null);
    assertThat(failed.dueAt).isNull();
    JsonNode told = log(failing).path("items").path(0);
    assertThat(told.path("reason").asText()).startsWith("erased");
    assertThat(told.path("attempts"))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.path("reason").asText()).startsWith("erased"));
    assertThat(told.path("nextAttemptAt").isNull()).isTrue();
  }

  @Test
  void whatWasErasedWhileNoInstanceRanIsNeitherSentNorNoted() {
    JsonNode alert = alert("ok", "{}");
    String exchange = "d".repeat(16);
    String page = PageIds.of("https://changes.example/page/" + name);
    ErasedStubs.exchange(exchange, page);
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  deliveries.add(
                      UUID.fromString(alert.path("id").asText()),
                      new Deliveries.Notice(
                          "waits", exchange, "edited", "{}", Set.of(page, exchange)),
                      Instant.now()));
      DeliveryRow erased = await(() -> row(alert, "waits"), row -> !row.state.equals("waiting"));
      Change late = Changes.of(exchange, page, Change.Kind.EDITED, name + "/late");
      // In its partition, so that it is read after it.
      Change next = Changes.of(coree(), page, Change.Kind.EDITED, name + "/next");
      topic.publish(List.of(late, next));
      await(() -> row(alert, next.id()), row -> row != null && row.state.equals("delivered"));

      assertThat(erased.state).isEqualTo("erased");
      assertThat(erased.body).isEmpty();
      assertThat(row(alert, late.id())).isNull();
      assertThat(received("ok", 1)).hasSize(1);
    } finally {
      ErasedStubs.removeExchange(exchange);
    }
  }

  private static String coree() {
    return given().get("/v1/exchanges?q=coree&size=1").then().extract().path("items[0].id");
  }

  private List<UUID> claim(Instant then) {
    return deliveries.claim(100, then, Duration.ofDays(1)).stream().map(row -> row.id).toList();
  }
}
