package dev.podium.gateway.corpus;

import dev.podium.contracts.event.EventJson;
import dev.podium.local.server.LocalServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Real Elasticsearch with the index's own mapping and the corpus in it. */
public final class CorpusResource implements QuarkusTestResourceLifecycleManager {

  // What index-service ships, so that a change there is tried here.
  private static final Path SCHEMAS = Path.of("../index-service/src/main/resources/schema");

  private final String url = LocalServers.elasticsearch().url();
  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public Map<String, String> start() {
    List.of("exchanges", "briefings", "history").forEach(this::create);
    load(new Corpus());
    return Map.of(
        "quarkus.elasticsearch.hosts",
        LocalServers.elasticsearch().address(),
        "gateway.export.key",
        "100",
        "gateway.export.concurrent",
        "3",
        "gateway.export.stall",
        "2s");
  }

  private void create(String name) {
    try {
      send("DELETE", "/" + name + "-1", "");
      expect(send("PUT", "/" + name + "-1", Files.readString(SCHEMAS.resolve(name + ".json"))));
      expect(send("PUT", "/" + name + "-1/_alias/" + name, ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(Corpus corpus) {
    StringBuilder bulk = new StringBuilder();
    corpus.earlier().forEach(one -> history(bulk, one.getValue(), one.getKey()));
    for (CorpusBriefing briefing : corpus.briefings()) {
      history(bulk, briefing, CorpusBriefing.FETCHED);
      index(bulk, "briefings-1", briefing.id(), briefing.document());
      briefing.exchanges().forEach(e -> index(bulk, "exchanges-1", e.id(), e.document(briefing)));
    }
    String answer = expect(send("POST", "/_bulk?refresh=true", bulk.toString()));
    if (!answer.contains("\"errors\":false")) {
      throw new IllegalStateException(answer);
    }
  }

  private static void history(StringBuilder bulk, CorpusBriefing briefing, Instant fetched) {
    briefing.history(fetched).forEach((id, document) -> index(bulk, "history-1", id, document));
  }

  private static void index(StringBuilder bulk, String index, String id, Object document) {
    bulk.append(write(Map.of("index", Map.of("_index", index, "_id", id)))).append('\n');
    bulk.append(write(document)).append('\n');
  }

  private static String write(Object value) {
    return new String(EventJson.write(value), java.nio.charset.StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(String method, String path, String body) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(url + path))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String expect(HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response.uri() + ": " + response.body());
    }
    return response.body();
  }

  @Override
  public void stop() {
    http.close();
  }
}
