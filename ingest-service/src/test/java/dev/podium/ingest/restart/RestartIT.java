package dev.podium.ingest.restart;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.Eventually;
import dev.podium.local.stack.ServiceServer;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is shipped, on servers of its own that go away under it and come back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartIT {

  private OwnServers servers;
  private ServiceServer service;

  @BeforeAll
  void everythingRuns(@TempDir Path folder) throws IOException {
    servers = OwnServers.start(folder);
    // So that the producer says what is the matter well within a test's patience.
    service =
        new ServiceServer(
            servers.service("ingest", 256, Map.of("KAFKA_DELIVERY_TIMEOUT_MS", "35000")));
    service.start(OwnServers.PATIENCE);
  }

  @AfterAll
  void nothingStays() {
    service.close();
    servers.close();
  }

  @Test
  void postgresGoesAwayAndComesBack() {
    String before = url();
    assertThat(send(before).statusCode()).isEqualTo(202);
    servers.postgres().close();

    String during = url();
    send(during)
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("code", equalTo("database-unavailable"));
    Eventually.holds(() -> notReady("the database does not answer"));
    servers.postgres().start(OwnServers.PATIENCE);

    Eventually.holds(() -> assertThat(send(during).statusCode()).isIn(200, 202));
    Eventually.holds(this::ready);
    assertThat(published(before, during)).containsExactlyInAnyOrder(before, during);
  }

  @Test
  void kafkaGoesAwayAndComesBack() {
    servers.kafka().close();

    String during = url();
    assertThat(send(during).statusCode()).isEqualTo(202);
    Eventually.holds(() -> notReady("reason"));
    Eventually.holds(
        () ->
            given()
                .get(service.address() + "/q/metrics")
                .then()
                .body(containsString("podium_ingest_outbox_size 1.0")));
    servers.kafka().start(OwnServers.PATIENCE);

    Eventually.holds(this::ready);
    assertThat(published(during)).containsExactly(during);
  }

  private void ready() {
    given().get(service.address() + "/q/health/ready").then().statusCode(200);
  }

  private void notReady(String reason) {
    given()
        .get(service.address() + "/q/health/ready")
        .then()
        .statusCode(503)
        .body(containsString(reason));
  }

  private Response send(String url) {
    return given()
        .header("Content-Type", "text/html")
        .header("Content-Location", url)
        .body(("<p>" + PageIds.of(url) + "</p>").getBytes(StandardCharsets.UTF_8))
        .post(service.address() + "/v1/pages?source=mfa-cn-fr");
  }

  private static String url() {
    return "https://www.fmprc.gov.cn/fra/xwfw/" + UUID.randomUUID() + ".html";
  }

  /** Those of some pages that have a record, once all do; some may have two. */
  private Set<String> published(String... urls) {
    Set<String> found = new HashSet<>();
    try (PagesTopic topic = new PagesTopic(servers.kafka())) {
      Eventually.holds(
          () -> {
            topic.read().forEach(one -> found.add(one.key()));
            assertThat(found).contains(urls);
          });
    }
    found.retainAll(List.of(urls));
    return found;
  }
}
