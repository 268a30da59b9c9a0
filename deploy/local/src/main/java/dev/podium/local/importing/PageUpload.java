package dev.podium.local.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Sends pages to a gateway. */
final class PageUpload {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TEXT_SHOWN = 200;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final HttpClient client;
  private final URI gateway;

  PageUpload(HttpClient client, URI gateway) {
    this.client = client;
    this.gateway = gateway;
  }

  /** The client that pages are sent with. */
  static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5))
        .build();
  }

  UploadOutcome send(Upload page) throws InterruptedException {
    try {
      return outcome(client.send(request(page), BodyHandlers.ofString()));
    } catch (FileNotFoundException e) {
      return new UploadOutcome.Refused("file is gone: " + e.getMessage());
    } catch (IOException e) {
      return new UploadOutcome.Away("no answer from " + gateway + " (" + e + ")");
    }
  }

  private HttpRequest request(Upload page) throws FileNotFoundException {
    String source = URLEncoder.encode(page.source(), StandardCharsets.UTF_8);
    String gone = page.goneStatus() == null ? "" : "&httpStatus=" + page.goneStatus();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve("/v1/pages?source=" + source + gone))
            .timeout(PATIENCE)
            .header("Content-Location", page.url())
            .POST(page.body().publisher());
    if (page.contentType() != null) {
      request.header("Content-Type", page.contentType());
    }
    Instant fetchedAt = page.fetchedAt();
    if (fetchedAt != null) {
      request.header("Memento-Datetime", time(fetchedAt));
    }
    return request.build();
  }

  /** As RFC 7089 writes it, unless milliseconds would be lost. */
  private static String time(Instant time) {
    Instant millis = time.truncatedTo(ChronoUnit.MILLIS);
    boolean whole = millis.equals(millis.truncatedTo(ChronoUnit.SECONDS));
    return whole ? HTTP_DATE.format(millis) : millis.toString();
  }

  private static UploadOutcome outcome(HttpResponse<String> response) {
    int status = response.statusCode();
    return switch (status) {
      case 202 -> new UploadOutcome.Taken(true);
      case 200 -> new UploadOutcome.Taken(false);
      case 408, 429, 502, 503, 504 -> new UploadOutcome.Away(problem(response));
      default -> new UploadOutcome.Refused(problem(response));
    };
  }

  private static String problem(HttpResponse<String> response) {
    return "HTTP " + response.statusCode() + ": " + text(response.body());
  }

  /** The detail of a problem document, or the beginning of whatever else it is. */
  private static String text(String body) {
    try {
      JsonNode problem = JSON.readTree(body);
      String detail = problem.path("detail").asText(problem.path("title").asText(""));
      if (!detail.isBlank()) {
        return detail;
      }
    } catch (JsonProcessingException notJson) {
      // Then the text speaks for itself.
    }
    String line = body.strip().replaceAll("\\s+", " ");
    return line.length() <= TEXT_SHOWN ? line : line.substring(0, TEXT_SHOWN) + " ...";
  }
}
