package dev.podium.ingest.restart;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.topic.Topics;
import dev.podium.ingest.Eventually;
import dev.podium.local.server.KafkaServer;
import dev.podium.local.server.Loopback;
import dev.podium.local.server.PostgresServer;
import dev.podium.local.server.ServerSettings;
import dev.podium.local.server.ServersDirectory;
import dev.podium.local.stack.ServiceServer;
import dev.podium.local.stack.ServiceSettings;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is shipped, on servers of its own that go away under it and come back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private PostgresServer postgres;
  private KafkaServer kafka;
  private ServiceServer service;

  @BeforeAll
  void everythingRuns(@TempDir Path folder) throws IOException {
    // Open to others, because PostgreSQL runs as another user where we are root.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    postgres = new PostgresServer(settings(folder, "postgresql"), List.of("ingest"));
    kafka = new KafkaServer(settings(folder, "kafka"), Loopback.freePort());
    postgres.start(PATIENCE);
    kafka.start(PATIENCE);
    service = new ServiceServer(service(folder));
    service.start(PATIENCE);
  }

  @AfterAll
  void nothingStays() {
    service.close();
    kafka.close();
    postgres.close();
  }

  private static ServerSettings settings(Path folder, String name) {
    return new ServerSettings(
        ServersDirectory.find(),
        folder.resolve(name),
        folder.resolve(name + ".log"),
        Loopback.freePort(),
        true);
  }

  private ServiceSettings service(Path folder) {
    int port = Loopback.freePort();
    Map<String, String> environment = ServiceSettings.environmentOf(port, kafka.address());
    environment.put(
        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + postgres.address() + "/ingest");
    environment.put("QUARKUS_DATASOURCE_USERNAME", "ingest");
    environment.put("QUARKUS_DATASOURCE_PASSWORD", "ingest");
    // So that the producer says what is the matter well within a test's patience.
    environment.put("KAFKA_DELIVERY_TIMEOUT_MS", "35000");
    return new ServiceSettings(
        "ingest",
        Path.of("target/quarkus-app").toAbsolutePath(),
        folder.resolve("program"),
        folder.resolve("ingest.log"),
        port,
        List.of("-Xmx256m"),
        environment);
  }

  @Test
  void postgresGoesAwayAndComesBack() {
    String before = url();
    assertThat(send(before).statusCode()).isEqualTo(202);
    postgres.close();

    String during = url();
    send(during)
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("code", equalTo("database-unavailable"));
    Eventually.holds(() -> notReady("the database does not answer"));
    postgres.start(PATIENCE);

    Eventually.holds(() -> assertThat(send(during).statusCode()).isIn(200, 202));
    Eventually.holds(this::ready);
    assertThat(published(before, during)).containsExactlyInAnyOrder(before, during);
  }

  @Test
  void kafkaGoesAwayAndComesBack() {
    kafka.close();

    String during = url();
    assertThat(send(during).statusCode()).isEqualTo(202);
    Eventually.holds(() -> notReady("reason"));
    Eventually.holds(
        () ->
            given()
                .get(service.address() + "/q/metrics")
                .then()
                .body(containsString("podium_ingest_outbox_size 1.0")));
    kafka.start(PATIENCE);

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
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.address()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.PAGES).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Eventually.holds(
          () -> {
            consumer.poll(Duration.ofMillis(500)).forEach(one -> found.add(one.key()));
            assertThat(found).contains(urls);
          });
    }
    found.retainAll(List.of(urls));
    return found;
  }
}
