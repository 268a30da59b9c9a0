package dev.podium.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.gateway.AdminKey;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.RawHttp;
import dev.podium.gateway.openapi.FuzzRequests.Request;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Sends what the API's description lets nobody expect to every operation that it has. For longer:
 * {@code -Dpodium.fuzz.requests=100000 -Dpodium.fuzz.seed=2}.
 */
@GatewayTest
class ApiFuzzIT {

  private static final int REQUESTS = Integer.getInteger("podium.fuzz.requests", 1000);
  private static final int SEED = Integer.getInteger("podium.fuzz.seed", 1);
  private static final int FAILURES = 20;
  private static final int SHOWN = 500;
  private static final int READ = 1 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Of services that are away, which are documented; those of the tests are. */
  private static final Set<String> AWAY =
      Set.of("service-unavailable", "service-broken", "service-timeout");

  /** Of HTTP itself, at every address. */
  private static final Set<Integer> OF_HTTP = Set.of(405, 406, 414, 415, 431);

  /** Refused by the HTTP server, which knows of no problems yet. */
  private static final Set<Integer> BEFORE_ROUTES = Set.of(414, 431);

  private static final Pattern INSIDES =
      Pattern.compile(
          "Exception|dev\\.podium|\\bat [a-z]+\\.[a-z.]+\\(|co\\.elastic|org\\.postgresql");

  private final List<String> failures = new ArrayList<>();
  private ApiDocument document;
  private int refused;

  @Test
  void noRequestIsAnsweredWithAnythingThatIsNotDescribed() throws Exception {
    document = ApiDocument.read();
    FuzzRequests requests = new FuzzRequests(document, new Random(SEED));
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int i = 0; i < REQUESTS && failures.size() < FAILURES; i++) {
        Request request = requests.next(document.operations());
        if (request.isWellFormed()) {
          send(client, request);
        } else {
          sendRaw(request);
        }
      }
    }
    assertThat(failures).isEmpty();
    // Otherwise little of it reached anything.
    assertThat(refused).as("requests that cost too much").isLessThan(REQUESTS / 2);
  }

  private void sendRaw(Request request) throws IOException {
    String answer =
        RawHttp.send(
            "GET "
                + request.address()
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    check(request, answer.matches("(?s)HTTP/1.1 [234].*"), "raw: " + answer);
    check(request, !INSIDES.matcher(answer).find(), "tells of its insides: " + answer);
  }

  private void send(HttpClient client, Request request) throws InterruptedException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + request.address()))
            .timeout(PATIENCE)
            .method(
                request.operation().method(),
                request.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request.body()));
    request.headers().forEach(builder::header);
    if (request.isAdministrators()) {
      builder.header("Authorization", "Bearer " + AdminKey.TEXT);
    }
    if (request.mediaType() != null) {
      builder.header("Content-Type", request.mediaType());
    }
    try {
      HttpResponse<InputStream> answer = client.send(builder.build(), BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        String type =
            answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        boolean endless = type.equals("text/event-stream");
        check(request, answer.statusCode(), type, endless ? new byte[0] : body.readNBytes(READ));
      }
    } catch (IOException e) {
      check(request, false, e.toString());
    }
  }

  private void check(Request request, int status, String type, byte[] bytes) {
    refused += status == 429 ? 1 : 0;
    String body = new String(bytes, StandardCharsets.UTF_8);
    String seen = status + " " + type + " " + body.substring(0, Math.min(600, body.length()));
    check(
        request,
        OF_HTTP.contains(status)
            || isEcho(request, status)
            || request.operation().responses().has(Integer.toString(status)),
        "not described: " + seen);
    if (status >= 400 && !BEFORE_ROUTES.contains(status)) {
      check(request, type.equals("application/problem+json"), "no problem: " + seen);
      check(request, !INSIDES.matcher(body).find(), "tells of its insides: " + seen);
    }
    if ((type.equals("application/json") || type.endsWith("+json")) && bytes.length < READ) {
      try {
        json(request, status, type, ApiDocument.JSON.readTree(bytes));
      } catch (IOException e) {
        check(request, false, "no JSON: " + seen);
      }
    }
    check(request, status < 500 || AWAY.stream().anyMatch(body::contains), "fails: " + seen);
  }

  /** The service of the tests answers all that it gets in the same way. */
  private static boolean isEcho(Request request, int status) {
    return request.operation().isPassedOn() && status == 200;
  }

  private void json(Request request, int status, String type, JsonNode answer) {
    JsonNode content = document.content(request.operation(), status, type);
    if (content.has("schema")) {
      List<String> errors = document.errors(content.path("schema"), answer);
      check(request, errors.isEmpty(), "not as its schema says: " + errors);
    }
    check(
        request,
        status < 400 || answer.path("status").asInt() == status,
        "another status in the problem: " + answer);
  }

  private void check(Request request, boolean right, String wrong) {
    if (!right) {
      String sent =
          "%s %s %s %s"
              .formatted(
                  request.operation().method(),
                  request.address(),
                  request.headers(),
                  request.body());
      failures.add(sent.substring(0, Math.min(SHOWN, sent.length())) + "\n  " + wrong);
    }
  }
}
