package dev.podium.bench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.bench.table.Table;
import dev.podium.contracts.event.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** All exchanges in one export, beside a bare scroll through the same. */
final class ExportSpeed {

  // What an export tells of a document; ids are in each hit.
  private static final String SCROLL =
      """
      {"size":1000,"sort":["_doc"],"_source":["version","status","replacedBy","briefing",
      "spokespersons","spokespersonNames","exchange"]}""";
  private static final int BUFFER = 64 * 1024;
  private static final int SECOND = 1;
  private static final int LAST = Heap.PARTS - 1;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Gateway gateway;
  private final String elasticsearch;

  /** Of what is searched there now. */
  ExportSpeed(Gateway gateway, String elasticsearch) {
    this.gateway = gateway;
    this.elasticsearch = "http://" + elasticsearch;
  }

  /** What came in a second. */
  private record Pace(double exchanges, double bytes) {}

  /** The scroll goes before and after each export, after one of each that does not count. */
  List<String> table() throws IOException {
    long count = ask("GET", "/exchanges/_count", null).path("count").asLong();
    Table table =
        new Table("export", "exchanges/s", "bare/s", "of bare", "MB/s", "heap MiB", "at the end");
    export("ndjson", count, new Heap(gateway));
    Pace before = scroll(count);
    for (String format : List.of("ndjson", "csv")) {
      Heap heap = new Heap(gateway);
      Pace export = export(format, count, heap);
      Pace after = scroll(count);
      double bare = (before.exchanges() + after.exchanges()) / 2;
      table.row(
          format,
          number(export.exchanges()),
          number(bare),
          number(100 * export.exchanges() / bare) + " %",
          number(export.bytes() / 1e6),
          number(heap.mebibytes(SECOND)),
          number(heap.mebibytes(LAST)));
      before = after;
    }
    return table.lines();
  }

  private Pace export(String format, long count, Heap heap) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.address().resolve("/v1/exchanges." + format)).build();
    long start = System.nanoTime();
    long lines = 0;
    long bytes = 0;
    try (InputStream in = send(request, BodyHandlers.ofInputStream()).body();
        heap) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
        heap.reached((int) Math.min(LAST, Heap.PARTS * lines / count));
      }
    }
    // Cells of a table may hold line breaks.
    if (lines < count) {
      throw new IllegalStateException(lines + " lines for " + count + " exchanges");
    }
    return pace(count, bytes, start);
  }

  private Pace scroll(long count) {
    long start = System.nanoTime();
    long bytes = 0;
    long found = 0;
    String body = SCROLL;
    String path = "/exchanges/_search?scroll=5m";
    while (found < count) {
      byte[] page = bytes("POST", path, body);
      bytes += page.length;
      found += 1000;
      body = "{\"scroll\":\"5m\",\"scroll_id\":\"" + scrollId(page) + "\"}";
      path = "/_search/scroll";
    }
    Pace pace = pace(count, bytes, start);
    ask("DELETE", "/_search/scroll", body.replace("\"scroll\":\"5m\",", ""));
    return pace;
  }

  // The documents are not read: nothing is cheaper.
  private static String scrollId(byte[] page) {
    String head = new String(page, 0, Math.min(page.length, 4096), StandardCharsets.UTF_8);
    int start = head.indexOf("\"_scroll_id\":\"") + "\"_scroll_id\":\"".length();
    return head.substring(start, head.indexOf('"', start));
  }

  private static Pace pace(long count, long bytes, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Pace(count / seconds, bytes / seconds);
  }

  private JsonNode ask(String method, String path, String body) {
    try {
      return EventJson.MAPPER.readTree(bytes(method, path, body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] bytes(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(elasticsearch + path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return send(request, BodyHandlers.ofByteArray()).body();
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      HttpResponse<T> answer = client.send(request, handler);
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(request.uri() + " answers " + answer.statusCode());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, number < 100 ? "%.1f" : "%.0f", number);
  }
}
