package dev.podium.ingest.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** The database answers inserts as it does when its disk is full. */
@IngestTest
class FullDiskIT {

  private static final String FULL =
      """
      create or replace function disk_is_full() returns trigger language plpgsql as
      'begin
         raise exception ''could not extend file: No space left on device''
           using errcode = ''53100'';
       end'
      """;

  private final Session database;

  FullDiskIT(Session database) {
    this.database = database;
  }

  @Test
  void aCaptureWaitsAndReadySaysWhy() {
    String html = "<p>" + UUID.randomUUID() + "</p>";
    String url = Captures.url();
    sql(FULL);
    sql(
        "create trigger full_disk before insert on body for each row"
            + " execute function disk_is_full()");

    Response refused = send(url, html);
    // Longer than it takes to try whether it works again.
    Eventually.pause(Duration.ofSeconds(6));
    Response ready = given().get("/q/health/ready");

    sql("drop trigger full_disk on body");
    refused
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .body("code", equalTo("database-unavailable"))
        .body("detail", containsString("No space left on device"));
    ready.then().statusCode(503).body(containsString("No space left on device"));
    assertThat(send(url, html).statusCode()).isEqualTo(202);
    Eventually.holds(() -> given().get("/q/health/ready").then().statusCode(200));
    given().get("/q/metrics").then().body(containsString("podium_ingest_archive_writable 1.0"));
  }

  private static Response send(String url, String html) {
    return Captures.send("mfa-cn-zh", url, Instant.parse("2020-01-01T00:00:00Z"), html);
  }

  private void sql(String statement) {
    QuarkusTransaction.requiringNew()
        .run(() -> database.createNativeMutationQuery(statement).executeUpdate());
  }
}
