package dev.podium.gateway.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.gateway.route.RouteSettings;
import dev.podium.gateway.route.ServiceClient;
import dev.podium.gateway.route.ServiceClients;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Reads the archive of pages in ingest-service. Every way in which that can fail ends as a problem,
 * with the codes of routed requests, also while a body is read.
 */
@ApplicationScoped
public class PageArchive {

  private static final int PROBLEM_BYTES = 64 * 1024;

  private final ServiceClient service;
  private final Duration patience;
  private final ObjectMapper json;
  private final Vertx vertx;

  PageArchive(ServiceClients services, RouteSettings settings, ObjectMapper json, Vertx vertx) {
    this.service = services.ingest();
    this.patience = settings.idleTimeout();
    this.json = json;
    this.vertx = vertx;
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
    } catch (IOException e) {
      throw service.failed(e);
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
    HttpResponse<InputStream> response =
        service.send(
            service.request("/v1/pages/" + page + "/revisions/" + number + part),
            BodyHandlers.ofInputStream());
    InputStream body = new GuardedBody(response.body(), patience, vertx, service::failed);
    if (response.statusCode() == 200) {
      return body;
    }
    throw refused(response, body);
  }

  /** What is not there, or no more, is the caller's to know; the rest is the service's failure. */
  private ProblemException refused(HttpResponse<InputStream> response, InputStream body) {
    int status = response.statusCode();
    try (body) {
      byte[] answer = body.readNBytes(PROBLEM_BYTES);
      if (status != 404 && status != 410) {
        return service.refused(status, response.uri());
      }
      Problem problem = json.readValue(answer, Problem.class);
      return problem.erasure() != null
          ? new ProblemException(problem)
          : new ProblemException(
              Problem.of(status, problem.code(), "in the archive, " + problem.detail()));
    } catch (IOException e) {
      return service.failed(e);
    }
  }
}
