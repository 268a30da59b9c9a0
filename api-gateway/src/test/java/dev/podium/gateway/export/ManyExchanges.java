package dev.podium.gateway.export;

import dev.podium.contracts.event.EventJson;
import dev.podium.local.server.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An index of many exchanges that takes the place of the corpus' own for a while. */
final class ManyExchanges implements AutoCloseable {

  static final int COUNT = 2000;

  private static final String INDEX = "exchanges-many";
  private static final Path SCHEMA =
      Path.of("../index-service/src/main/resources/schema/exchanges.json");
  // So long that all together fit into no buffer between the index and a client.
  private static final String TEXT = "Nous l’avons dit et le redirons. ".repeat(250);

  private final String url = LocalServers.elasticsearch().url();
  private final HttpClient http = HttpClient.newHttpClient();

  ManyExchanges() throws IOException {
    send("DELETE", "/" + INDEX + "?ignore_unavailable=true", "");
    send("PUT", "/" + INDEX, Files.readString(SCHEMA));
    for (int from = 0; from < COUNT; from += 1000) {
      StringBuilder bulk = new StringBuilder();
      for (int i = from; i < from + 1000; i++) {
        bulk.append("{\"index\":{\"_id\":\"").append(id(i)).append("\"}}\n");
        bulk.append(new String(EventJson.write(document(i)), StandardCharsets.UTF_8)).append('\n');
      }
      send("POST", "/" + INDEX + "/_bulk?refresh=true", bulk.toString());
    }
    aim("exchanges-1", INDEX);
  }

  static String id(int number) {
    return "many" + Integer.toString(1_000_000 + number, 8).replace('0', 'a').replace('1', 'b');
  }

  private static Map<String, Object> document(int number) {
    Map<String, Object> briefing =
        Map.of(
            "id", "manymanymanymany",
            "version", 1,
            "url", "https://many.example/",
            "source", "many",
            "language", "fr",
            "date", "2024-01-01",
            "fetchedAt", "2024-01-02T00:00:00.000Z");
    Map<String, Object> exchange =
        Map.of(
            "id",
            id(number),
            "ordinal",
            number + 1,
            "kind",
            "statement",
            "answer",
            Map.of("text", TEXT, "parts", List.of()));
    return Map.of(
        "id",
        id(number),
        "version",
        1,
        "status",
        "live",
        "ordinal",
        number + 1,
        "briefing",
        briefing,
        "exchange",
        exchange);
  }

  private void aim(String from, String to) {
    send(
        "POST",
        "/_aliases",
        """
        {"actions": [{"remove": {"index": "%s", "alias": "exchanges"}},
          {"add": {"index": "%s", "alias": "exchanges"}}]}
        """
            .formatted(from, to));
  }

  /** Takes it away under those who read it. */
  void delete() {
    close();
  }

  /** How many searches Elasticsearch keeps open. */
  long open() {
    String stats = send("GET", "/_nodes/stats/indices/search", "");
    try {
      return EventJson.MAPPER.readTree(stats).findValue("open_contexts").asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (!send("GET", "/_cat/indices/" + INDEX + "?expand_wildcards=all", "").contains("error")) {
      aim(INDEX, "exchanges-1");
      send("DELETE", "/" + INDEX, "");
    }
  }

  private String send(String method, String path, String body) {
    try {
      return http.send(
              HttpRequest.newBuilder(URI.create(url + path))
                  .header("Content-Type", "application/json")
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
