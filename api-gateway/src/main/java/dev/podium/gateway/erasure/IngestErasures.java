package dev.podium.gateway.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.gateway.route.RouteSettings;
import dev.podium.kit.credential.ServiceCredential;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks ingest-service, which owns the erasures. Every way in which it can fail is a problem. */
@ApplicationScoped
class IngestErasures {

  private static final Logger LOG = Logger.getLogger(IngestErasures.class);
  private static final Map<String, String> RETRY = Map.of("Retry-After", "5");
  private static final String NAME = "ingest-service";
  private static final String JSON = "application/json";

  private final String base;
  private final Duration patience;
  private final HttpClient client;
  private final ObjectMapper json;
  private final Optional<String> credential;

  IngestErasures(RouteSettings settings, ServiceCredential credential, ObjectMapper json) {
    this.credential = credential.credential();
    String address = settings.ingestUrl().toString();
    this.base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    this.patience = settings.idleTimeout();
    this.json = json;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * An answer that is no problem.
   *
   * @param status 200, or 202 where something was begun
   */
  record Answer(int status, JsonNode body) {}

  /**
   * Demands an erasure.
   *
   * @throws ProblemException that ingest-service answers with, or while it cannot answer
   */
  Answer demand(JsonNode demand, boolean dryRun) {
    return ask(
        request("/v1/erasures?dryRun=" + dryRun)
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofString(demand.toString())));
  }

  /**
   * Reads what ingest-service has.
   *
   * @param path with its query, escaped
   * @throws ProblemException that ingest-service answers with, or while it cannot answer
   */
  JsonNode get(String path) {
    return ask(request(path).GET()).body();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(patience);
    credential.ifPresent(secret -> request.header(ServiceCredential.HEADER, secret));
    return request;
  }

  private Answer ask(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      if (response.statusCode() >= 400) {
        throw refused(response);
      }
      return new Answer(response.statusCode(), json.readTree(response.body()));
    } catch (IOException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(new IOException("interrupted", e));
    }
  }

  /** What is wrong with a request is the caller's to know; the rest is the service's failure. */
  private ProblemException refused(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    try {
      if (status < 500 && status != 401 && status != 403) {
        return new ProblemException(json.readValue(response.body(), Problem.class));
      }
    } catch (IOException e) {
      return failed(e);
    }
    LOG.warnf("%s answered %d to a question about erasures", NAME, status);
    return status == 503
        ? unavailable()
        : new ProblemException(Problem.of(502, "service-broken", NAME + " failed"), RETRY);
  }

  private static ProblemException failed(IOException e) {
    if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
      return unavailable();
    }
    if (e instanceof HttpTimeoutException) {
      return new ProblemException(
          Problem.of(504, "service-timeout", NAME + " does not answer"), RETRY);
    }
    LOG.warnf("%s: %s", NAME, e.toString());
    return new ProblemException(
        Problem.of(
            502, "service-broken", NAME + " broke off or gave an answer that cannot be read"),
        RETRY);
  }

  private static ProblemException unavailable() {
    return ProblemException.unavailable(
        "service-unavailable", NAME + " cannot be reached now; nothing was erased");
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }
}
