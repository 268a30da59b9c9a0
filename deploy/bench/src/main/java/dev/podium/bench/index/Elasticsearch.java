package dev.podium.bench.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Asks Elasticsearch as any reader may. */
final class Elasticsearch {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;

  Elasticsearch(Servers servers) {
    this.url = "http://" + servers.elasticsearch().address();
  }

  /** How many documents a search sees now. */
  long searchable(String index) {
    return ask("GET", '/' + index + "/_count", new byte[0]).path("count").asLong();
  }

  /** Which of these briefings a search sees now. */
  List<String> seen(Collection<String> ids) {
    Map<String, Object> query =
        Map.of(
            "size", ids.size(),
            "_source", false,
            "query", Map.of("ids", Map.of("values", List.copyOf(ids))));
    List<String> seen = new ArrayList<>();
    for (JsonNode hit :
        ask("POST", "/briefings/_search", EventJson.write(query)).at("/hits/hits")) {
      seen.add(hit.path("_id").asText());
    }
    return seen;
  }

  /** Size of all three indices on the disk. */
  long bytes() {
    ask("POST", "/_flush", new byte[0]);
    return ask("GET", "/_stats/store", new byte[0])
        .at("/_all/primaries/store/size_in_bytes")
        .asLong();
  }

  /** Waits until no segments are merged, so that what comes next pays for its own merges alone. */
  void settle() {
    Waits.until(
        () ->
            ask("GET", "/_stats/merge", new byte[0]).at("/_all/total/merges/current").asInt() == 0);
  }

  /** A bulk request; all of it must be taken. */
  void bulk(byte[] lines) {
    JsonNode answer = ask("POST", "/_bulk?filter_path=errors,error,items.*.error", lines);
    if (answer.path("errors").asBoolean(true)) {
      JsonNode first = answer.path("items").path(0).findPath("error");
      throw new IllegalStateException(
          "Elasticsearch has refused documents: " + (first.isMissingNode() ? answer : first));
    }
  }

  private JsonNode ask(String method, String path, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return EventJson.MAPPER.readTree(
          client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
