package dev.podium.gateway.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.gateway.route.RouteSettings;
import dev.podium.gateway.route.Service;
import dev.podium.kit.credential.ServiceCredential;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Reads the archive of pages in ingest-service. Every way in which that can fail ends as a problem,
 * with the codes of routed requests, also while a body is read.
 */
@ApplicationScoped
public class PageArchive {

  private static final Logger LOG = Logger.getLogger(PageArchive.class);
  private static final Map<String, String> RETRY = Map.of("Retry-After", "5");
  private static final int PROBLEM_BYTES = 64 * 1024;

  private final Service service;
  private final Duration patience;
  private final HttpClient client;
  private final ObjectMapper json;
  private final Vertx vertx;

  PageArchive(
      RouteSettings settings, ServiceCredential credential, ObjectMapper json, Vertx vertx) {
    this.service = new Service("ingest-service", settings.ingestUrl(), credential.credential());
    this.patience = settings.idleTimeout();
    this.json = json;
    this.vertx = vertx;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * What the archive knows of a revision.
   *
   * @param state {@code present}, {@code gone} or {@code erased}
   * @param sha256 of the body; null where there was none
   */
  public record Facts(String state, String sha256) {}

  /**
   * What the archive knows of a revision.
   *
   * @throws ProblemException with 404 where there is none, 410 where it was taken away, and 502,
   *     503 or 504 while ingest-service cannot tell
   */
  public Facts facts(String page, int number) {
    try (InputStream body = open(page, number, "")) {
      return json.readValue(body, Facts.class);
    } catch (JsonProcessingException e) {
      throw broken(e);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * A revision's body as text in UTF-8, in which offsets count; to be closed.
   *
   * @throws ProblemException as {@link #facts} does, and 410 where retention has dropped the body
   */
  public InputStream text(String page, int number) {
    return open(page, number, "/text");
  }

  /**
   * A revision as a WARC file, compressed record by record; to be closed. Without a response record
   * where retention has dropped the body.
   *
   * @throws ProblemException as {@link #facts} does
   */
  public InputStream warc(String page, int number) {
    return open(page, number, "/warc");
  }

  private InputStream open(String page, int number, String part) {
    String path = "/v1/pages/" + page + "/revisions/" + number + part;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.base() + path)).timeout(patience);
    service.credential().ifPresent(secret -> request.header(ServiceCredential.HEADER, secret));
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), BodyHandlers.ofInputStream());
      InputStream body = new GuardedBody(response.body(), patience, vertx, this::failed);
      if (response.statusCode() == 200) {
        return body;
      }
      throw refused(response.statusCode(), body, path);
    } catch (IOException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(new IOException("interrupted", e));
    }
  }

  /** What is not there, or no more, is the caller's to know; the rest is the service's failure. */
  private ProblemException refused(int status, InputStream body, String path) throws IOException {
    byte[] answer;
    try (body) {
      answer = body.readNBytes(PROBLEM_BYTES);
    }
    if (status == 404 || status == 410) {
      try {
        Problem problem = json.readValue(answer, Problem.class);
        return problem.erasure() != null
            ? new ProblemException(problem)
            : new ProblemException(
                Problem.of(status, problem.code(), "in the archive, " + problem.detail()));
      } catch (JsonProcessingException e) {
        return broken(e);
      }
    }
    LOG.warnf("%s answered %d to %s", service.name(), status, path);
    return status == 503
        ? unavailable()
        : new ProblemException(
            Problem.of(502, "service-broken", service.name() + " failed"), RETRY);
  }

  private ProblemException failed(IOException e) {
    if (e instanceof ConnectException
        || e instanceof HttpConnectTimeoutException
        || e.getCause() instanceof UnresolvedAddressException) {
      return unavailable();
    }
    if (e instanceof HttpTimeoutException) {
      return new ProblemException(
          Problem.of(504, "service-timeout", service.name() + " does not answer"), RETRY);
    }
    return broken(e);
  }

  private ProblemException unavailable() {
    return ProblemException.unavailable(
        "service-unavailable", service.name() + " cannot be reached now");
  }

  private ProblemException broken(IOException e) {
    LOG.warnf("%s: %s", service.name(), e.toString());
    return new ProblemException(
        Problem.of(
            502,
            "service-broken",
            service.name() + " broke off or gave an answer that cannot be read"),
        RETRY);
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }
}
