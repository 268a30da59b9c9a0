package dev.podium.gateway.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.change.Change;
import dev.podium.gateway.change.Changes;
import dev.podium.gateway.change.ChangesTopic;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The alerts of a test and what they send, in the database of the gateway under test. */
@Dependent
class AlertScene {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String name = UUID.randomUUID().toString();
  private final List<UUID> made = new ArrayList<>();
  private final AlertRow.Alerts alerts;
  private final Deliveries deliveries;
  private int count;

  AlertScene(AlertRow.Alerts alerts, Deliveries deliveries) {
    this.alerts = alerts;
    this.deliveries = deliveries;
  }

  /** An alert on whatever the corpus has, of a caller on this machine. */
  UUID alert(String behaviour) {
    return alert(behaviour, given());
  }

  /** The same, of another caller. */
  UUID alert(String behaviour, RequestSpecification caller) {
    String id =
        caller
            .contentType(ContentType.JSON)
            .body(
                """
                {"name": "test", "query": {}, "url": "%s%s"}"""
                    .formatted(Receiver.HOST, path(behaviour)))
            .post("/v1/alerts")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    made.add(UUID.fromString(id));
    return made.getLast();
  }

  /** Where the messages of this test's alerts go. */
  String path(String behaviour) {
    return '/' + behaviour + '/' + name;
  }

  /** Notes that something has to be sent. */
  void due(UUID alert, String change, Instant when) {
    var notice = new Deliveries.Notice(change, null, "added", "{\"long\": 1}", Set.of());
    QuarkusTransaction.requiringNew().run(() -> deliveries.add(alert, notice, when));
  }

  /** Publishes that an exchange of the corpus was edited. */
  Change edited() {
    JsonPath found = given().get("/v1/exchanges?q=coree&size=1").then().extract().jsonPath();
    count++;
    Change change =
        Changes.of(
            found.getString("items[0].id"),
            found.getString("items[0].briefing.id"),
            Change.Kind.EDITED,
            name + count);
    new ChangesTopic().publish(List.of(change));
    return change;
  }

  AlertRow alert(UUID id) {
    return QuarkusTransaction.requiringNew().call(() -> alerts.findById(id));
  }

  void change(UUID id, Consumer<AlertRow> change) {
    QuarkusTransaction.requiringNew().run(() -> change.accept(alerts.findById(id)));
  }

  /** What an alert has sent, or has to. */
  List<DeliveryRow> sent(UUID alert) {
    return QuarkusTransaction.requiringNew().call(() -> deliveries.list("alertId", alert));
  }

  /** Waits until an alert's only message is in a state. */
  DeliveryRow awaitOne(UUID alert, String state) {
    return await(() -> sent(alert), all -> all.size() == 1 && all.getFirst().state.equals(state))
        .getFirst();
  }

  static <T> T await(Supplier<T> supplier, Predicate<T> wanted) {
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

  /** Ends it. */
  void drop() {
    QuarkusTransaction.requiringNew().run(() -> made.forEach(alerts::deleteById));
  }
}
