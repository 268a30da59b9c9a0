package dev.podium.ingest.publish;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.topic.Topics;
import dev.podium.ingest.IngestTest;
import dev.podium.ingest.Topic;
import dev.podium.kit.record.PublishingException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@IngestTest
class ParkingIT {

  private final Deliveries deliveries;
  private final OutboxTable outbox;
  private final Session database;

  ParkingIT(Deliveries deliveries, OutboxTable outbox, Session database) {
    this.deliveries = deliveries;
    this.outbox = outbox;
    this.database = database;
  }

  @Test
  void aRevisionThatKafkaRefusesIsParkedOnItsPageAndStopsNoOther() {
    String url = "https://www.fmprc.gov.cn/fra/xwfw/" + UUID.randomUUID() + ".html";
    send(url, "<p>1</p>");
    assertThat(published(url, 1)).isEqualTo(1);
    OutboxTable.Row held = hold(PageIds.of(url));

    String trouble =
        deliveries.settle(
            List.of(failed(held, new RecordTooLargeException("40 MiB are too many"))));

    assertThat(trouble).isNull();
    assertThat(state(held)).isEqualTo("parked");
    given()
        .get("/v1/pages/" + PageIds.of(url))
        .then()
        .body("revisions[0].outcome.code", equalTo("dead_letter"))
        .body("revisions[0].outcome.text", containsString("40 MiB are too many"));
    send(url, "<p>2</p>");
    assertThat(published(url, 2)).isEqualTo(2);
  }

  @Test
  void whatMayPassIsTroubleAndTriedAgain() {
    String url = "https://www.fmprc.gov.cn/fra/xwfw/" + UUID.randomUUID() + ".html";
    send(url, "<p>1</p>");
    assertThat(published(url, 1)).isEqualTo(1);
    OutboxTable.Row held = hold(PageIds.of(url));

    String trouble =
        deliveries.settle(List.of(failed(held, new TopicAuthorizationException("not yours"))));

    assertThat(trouble).contains("not yours");
    assertThat(published(url, 2)).isEqualTo(2);
  }

  private static Deliveries.Delivery failed(OutboxTable.Row row, Exception cause) {
    return new Deliveries.Delivery(
        row,
        CompletableFuture.failedFuture(
            new PublishingException("Kafka did not take it: " + cause.getMessage(), true, cause)));
  }

  /** A row in this instance's hands, which its publisher does not look at. */
  private OutboxTable.Row hold(String page) {
    Long id =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    database
                        .createNativeQuery(
                            "insert into outbox (page, revision, lease, due_at)"
                                + " values (:page, 1, :lease, now() + interval '1 hour')"
                                + " returning id",
                            Long.class)
                        .setParameter("page", page)
                        .setParameter("lease", outbox.lease())
                        .getSingleResult());
    return new OutboxTable.Row(id, page, 1, null);
  }

  private String state(OutboxTable.Row row) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery("select state from outbox where id = :id", String.class)
                    .setParameter("id", row.id())
                    .getSingleResult());
  }

  private static int published(String url, int count) {
    return Topic.await(Topics.PAGES, count, found -> url.equals(found.key())).size();
  }

  private static void send(String url, String body) {
    given()
        .header("Content-Type", "text/html; charset=UTF-8")
        .header("Content-Location", url)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/v1/pages?source=mfa-cn-fr")
        .then()
        .statusCode(202);
  }
}
