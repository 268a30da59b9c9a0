package dev.podium.gateway.route;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Streams that go on for as long as somebody listens. */
@GatewayTest
class EventStreamIT {

  private static final int CONNECTIONS = 64;

  @Test
  void eventsComeThroughOneByOneWhileTheStreamGoesOn() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> answer = listen(client, "42");
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        for (int i = 0; i < 4; i++) {
          assertThat(lines.readLine()).isEqualTo("data:after 42");
          assertThat(lines.readLine()).isEmpty();
        }
      }
      client.shutdownNow();
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    }
  }

  @Test
  void whoeverListensTakesNoConnectionFromTheOthers() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      List<InputStream> streams = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        HttpResponse<InputStream> answer = listen(client, "1");
        assertThat(answer.statusCode()).isEqualTo(200);
        streams.add(answer.body());
      }

      AdminKey.given()
          .get("/v1/sources/a/progress")
          .then()
          .statusCode(503)
          .body("code", equalTo("service-busy"));
      given().get("/v1/pages/a").then().statusCode(200);

      for (InputStream stream : streams) {
        stream.close();
      }
      client.shutdownNow();
    }
  }

  private static HttpResponse<InputStream> listen(HttpClient client, String lastId)
      throws IOException, InterruptedException {
    URI address = URI.create("http://localhost:" + RestAssured.port + "/v1/sources/a/progress");
    return client.send(
        HttpRequest.newBuilder(address)
            .version(HttpClient.Version.HTTP_1_1)
            .header("Accept-Encoding", "gzip")
            .header("Last-Event-ID", lastId)
            .header("X-API-Key", AdminKey.TEXT)
            .build(),
        BodyHandlers.ofInputStream());
  }
}
