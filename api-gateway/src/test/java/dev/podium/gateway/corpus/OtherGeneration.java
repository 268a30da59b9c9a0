package dev.podium.gateway.corpus;

import dev.podium.local.server.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Another index of exchanges in the place of the corpus's, with the index's own mapping and what a
 * test puts there, until it is closed.
 */
public final class OtherGeneration implements AutoCloseable {

  private static final Path SCHEMA =
      Path.of("../index-service/src/main/resources/schema/exchanges.json");
  private static final String OF_THE_CORPUS = "exchanges-1";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url = LocalServers.elasticsearch().url();
  private String index;

  /** An empty one. */
  public OtherGeneration(String index) throws IOException {
    this.index = index;
    send("DELETE", '/' + index + "?ignore_unavailable=true", "");
    send("PUT", '/' + index, Files.readString(SCHEMA));
    moveAlias(OF_THE_CORPUS, index);
  }

  /** Writes documents, lines of the bulk API; the actions name no index. */
  public void write(CharSequence lines) {
    String answer = send("POST", '/' + index + "/_bulk?refresh=true", lines.toString());
    if (answer.contains("\"errors\":true")) {
      throw new IllegalStateException(answer.substring(0, Math.min(answer.length(), 2000)));
    }
  }

  /** Makes Elasticsearch forget a point in time. */
  public void forget(String point) {
    send("DELETE", "/_pit", "{\"id\":\"" + point + "\"}");
  }

  /** Puts the same documents in the place of this, as after a rebuild, and this one away. */
  public void rebuild(String another) {
    send("DELETE", '/' + another + "?ignore_unavailable=true", "");
    send("PUT", '/' + index + "/_settings", "{\"index.blocks.write\":true}");
    send("PUT", '/' + index + "/_clone/" + another, "{\"settings\":{\"index.blocks.write\":null}}");
    send("GET", "/_cluster/health/" + another + "?wait_for_status=yellow&timeout=60s", "");
    String old = index;
    moveAlias(old, another);
    index = another;
    send("DELETE", '/' + old, "");
  }

  private void moveAlias(String from, String to) {
    send(
        "POST",
        "/_aliases",
        """
        {"actions":[{"remove":{"index":"%s","alias":"exchanges"}},
        {"add":{"index":"%s","alias":"exchanges"}}]}"""
            .formatted(from, to));
  }

  private String send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(response.uri() + ": " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    moveAlias(index, OF_THE_CORPUS);
    send("DELETE", '/' + index, "");
    http.close();
  }
}
