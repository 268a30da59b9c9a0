package dev.podium.gateway.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.gateway.route.RouteSettings;
import dev.podium.gateway.route.Service;
import dev.podium.kit.credential.ServiceCredential;
import dev.podium.kit.problem.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The sources as ingest-service declares them. */
@ApplicationScoped
class Declarations {

  private static final Logger LOG = Logger.getLogger(Declarations.class);

  private final Service service;
  private final Duration patience;
  private final ObjectMapper json;
  private final HttpClient client;

  Declarations(RouteSettings settings, ServiceCredential credential, ObjectMapper json) {
    service = new Service("ingest-service", settings.ingestUrl(), credential.credential());
    patience = settings.idleTimeout();
    this.json = json;
    client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /** What ingest-service says of a source. */
  sealed interface Answer {

    /** It is declared. */
    record Declared(ObjectNode source, Optional<String> tag) implements Answer {}

    /** It is not, or no more. */
    record Unknown(Problem problem) implements Answer {}

    /** Nobody can tell now. */
    record Away() implements Answer {}
  }

  /** All of them, or empty where ingest-service cannot tell now. */
  Optional<List<ObjectNode>> all() {
    try {
      HttpResponse<byte[]> response = ask("");
      if (response.statusCode() == 200
          && json.readTree(response.body()).path("items") instanceof ArrayNode items) {
        List<ObjectNode> sources = new ArrayList<>();
        items.forEach(item -> sources.add((ObjectNode) item));
        return Optional.of(sources);
      }
      LOG.warnf("%s does not list its sources: status %d", service.name(), response.statusCode());
    } catch (IOException e) {
      LOG.warnf("%s does not list its sources: %s", service.name(), e.toString());
    }
    return Optional.empty();
  }

  /**
   * One of them.
   *
   * @param id of letters, digits and hyphens
   */
  Answer one(String id) {
    try {
      HttpResponse<byte[]> response = ask('/' + id);
      if (response.statusCode() == 200
          && json.readTree(response.body()) instanceof ObjectNode source) {
        return new Answer.Declared(source, response.headers().firstValue("ETag"));
      }
      if (response.statusCode() == 404 || response.statusCode() == 410) {
        return new Answer.Unknown(json.readValue(response.body(), Problem.class));
      }
      LOG.warnf("%s does not tell a source: status %d", service.name(), response.statusCode());
    } catch (JsonProcessingException e) {
      LOG.warnf("%s tells a source that cannot be read: %s", service.name(), e.getMessage());
    } catch (IOException e) {
      LOG.warnf("%s does not tell a source: %s", service.name(), e.toString());
    }
    return new Answer.Away();
  }

  private HttpResponse<byte[]> ask(String path) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.base() + "/v1/sources" + path)).timeout(patience);
    service.credential().ifPresent(secret -> request.header(ServiceCredential.HEADER, secret));
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }
}
