package dev.podium.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Asks Elasticsearch beside the service. */
public final class Documents {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** A document's source; missing if it is not there. */
  public static JsonNode get(String index, String id) {
    return ask("GET", '/' + index + "/_doc/" + id, null).path("_source");
  }

  /** How many documents match, after a refresh. */
  public static long count(String index, String query) {
    return count(TestElasticsearch.url(), index, query);
  }

  /** The same in some other Elasticsearch. */
  public static long count(String elasticsearch, String index, String query) {
    ask(elasticsearch, "POST", '/' + index + "/_refresh", null);
    return ask(elasticsearch, "POST", '/' + index + "/_count", "{\"query\":" + query + "}")
        .path("count")
        .asLong();
  }

  /** All that the three indices hold of a page, as text. */
  public static String ofPage(String briefingId) {
    StringBuilder all = new StringBuilder();
    Map.of("briefings", "id", "exchanges", "briefing.id", "history", "briefingId")
        .forEach((index, field) -> all.append(find(index, field, briefingId)));
    return all.toString();
  }

  private static JsonNode find(String index, String field, String term) {
    ask("POST", '/' + index + "/_refresh", null);
    String query = "{\"term\":{\"" + field + "\":\"" + term + "\"}}";
    return ask("POST", '/' + index + "/_search", "{\"size\":100,\"query\":" + query + '}');
  }

  /** Any request; the answer's JSON. */
  public static JsonNode ask(String method, String path, String body) {
    return ask(TestElasticsearch.url(), method, path, body);
  }

  /** Any request to some other Elasticsearch; the answer's JSON. */
  public static JsonNode ask(String elasticsearch, String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(elasticsearch + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return EventJson.MAPPER.readTree(
          CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Documents() {}
}
