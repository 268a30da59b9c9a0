package dev.podium.gateway.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.gateway.route.ServiceClient;
import dev.podium.gateway.route.ServiceClients;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks ingest-service, which owns the erasures. Every way in which it can fail is a problem. */
@ApplicationScoped
class IngestErasures {

  private final ServiceClient service;
  private final ObjectMapper json;

  IngestErasures(ServiceClients services, ObjectMapper json) {
    this.service = services.ingest();
    this.json = json;
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
        service
            .request("/v1/erasures?dryRun=" + dryRun)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(demand.toString())));
  }

  /**
   * Reads what ingest-service has.
   *
   * @param path with its query, escaped
   * @throws ProblemException that ingest-service answers with, or while it cannot answer
   */
  JsonNode get(String path) {
    return ask(service.request(path)).body();
  }

  private Answer ask(HttpRequest.Builder request) {
    HttpResponse<byte[]> response = service.send(request, BodyHandlers.ofByteArray());
    try {
      if (response.statusCode() >= 400) {
        throw refused(response);
      }
      return new Answer(response.statusCode(), json.readTree(response.body()));
    } catch (IOException e) {
      throw service.failed(e);
    }
  }

  /** What is wrong with a request is the caller's to know; the rest is the service's failure. */
  private ProblemException refused(HttpResponse<byte[]> response) throws IOException {
    int status = response.statusCode();
    return status < 500 && status != 401 && status != 403
        ? new ProblemException(json.readValue(response.body(), Problem.class))
        : service.refused(status, response.uri());
  }
}
