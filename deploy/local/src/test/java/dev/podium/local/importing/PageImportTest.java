package dev.podium.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageImportTest {

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final Lines lines = new Lines();
  private final AtomicInteger away = new AtomicInteger();
  @TempDir Path folder;
  private HttpServer gateway;

  @BeforeEach
  void aGateway() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/v1/pages", this::take);
    gateway.start();
  }

  @AfterEach
  void noGateway() {
    gateway.stop(0);
  }

  /** Refuses the source "unknown", and everything while it is away. */
  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String source = exchange.getRequestURI().getQuery();
      if (away.getAndDecrement() > 0) {
        exchange.sendResponseHeaders(503, -1);
      } else if ("source=unknown".equals(source)) {
        answer(exchange, 404, "{\"title\": \"Not Found\", \"detail\": \"no source unknown\"}");
      } else {
        requests.add(
            String.join(
                " ",
                source,
                exchange.getRequestHeaders().getFirst("Content-Location"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestHeaders().getFirst("Memento-Datetime"),
                body));
        answer(exchange, "again".equals(body) ? 200 : 202, "{}");
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private ImportSummary run(Duration patience, String... manifest)
      throws IOException, InterruptedException {
    Files.write(folder.resolve("manifest.jsonl"), List.of(manifest));
    URI address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
    return new PageImport(address, lines, new Patience(patience, System::nanoTime))
        .run(Manifest.of(folder));
  }

  private String line(String name, String source, String body) throws IOException {
    Files.writeString(folder.resolve(name), body);
    return "{\"url\": \"https://a.example/%1$s\", \"file\": \"%1$s\", \"contentType\": \"text/html\", \"source\": \"%2$s\", \"fetchedAt\": \"2024-04-02T08:00:00Z\"}"
        .formatted(name, source);
  }

  @Test
  void sendsEachPageWithItsFacts() throws IOException, InterruptedException {
    ImportSummary summary =
        run(Duration.ofSeconds(1), line("1.html", "s", "one"), "", line("2.html", "s", "again"));

    assertThat(requests)
        .containsExactlyInAnyOrder(
            "source=s https://a.example/1.html text/html Tue, 02 Apr 2024 08:00:00 GMT one",
            "source=s https://a.example/2.html text/html Tue, 02 Apr 2024 08:00:00 GMT again");
    assertThat(summary.text()).isEqualTo("2 pages: 1 taken, 1 unchanged, 0 failed");
  }

  @Test
  void namesEachBadLineAndGoesOn() throws IOException, InterruptedException {
    ImportSummary summary =
        run(
            Duration.ofSeconds(1),
            "garbage",
            line("1.html", "unknown", "one"),
            line("2.html", "s", "two"));

    assertThat(summary.hasFailures()).isTrue();
    assertThat(summary.text()).isEqualTo("3 pages: 1 taken, 0 unchanged, 2 failed");
    assertThat(lines.texts).anyMatch(text -> text.startsWith("line 1: bad JSON"));
    assertThat(lines.texts).contains("line 2: HTTP 404: no source unknown");
  }

  @Test
  void waitsForAGatewayThatIsAway() throws IOException, InterruptedException {
    away.set(2);

    ImportSummary summary = run(Duration.ofMinutes(1), line("1.html", "s", "one"));

    assertThat(summary.text()).isEqualTo("1 page: 1 taken, 0 unchanged, 0 failed");
  }

  @Test
  void givesUpOnAGatewayThatStaysAway() throws IOException, InterruptedException {
    away.set(Integer.MAX_VALUE);

    ImportSummary summary =
        run(Duration.ofMillis(800), line("1.html", "s", "one"), line("2.html", "s", "two"));

    assertThat(summary.text()).isEqualTo("2 pages: 0 taken, 0 unchanged, 2 failed");
    assertThat(lines.texts).allMatch(text -> text.contains("gave up at attempt"));
  }

  @Test
  void pagesOfOneAddressKeepTheirOrder() throws IOException, InterruptedException {
    String[] manifest = new String[50];
    for (int i = 0; i < manifest.length; i++) {
      Files.writeString(folder.resolve(i + ".html"), "body " + i);
      manifest[i] =
          "{\"url\": \"https://a.example/\", \"file\": \"%d.html\", \"contentType\": \"text/html\", \"source\": \"s\"}"
              .formatted(i);
    }

    run(Duration.ofSeconds(1), manifest);

    assertThat(requests)
        .extracting(text -> text.substring(text.indexOf("body")))
        .startsWith("body 0", "body 1")
        .endsWith("body 48", "body 49")
        .isSortedAccordingTo(
            (a, b) ->
                Integer.compare(
                    Integer.parseInt(a.substring(5)), Integer.parseInt(b.substring(5))));
  }

  @Test
  void anEmptyManifestIsNothingToDo() throws IOException, InterruptedException {
    ImportSummary summary = run(Duration.ofSeconds(1));

    assertThat(summary.hasFailures()).isFalse();
    assertThat(summary.text()).startsWith("0 pages");
  }

  @Test
  void aHugeLineIsOneBadLine() throws IOException, InterruptedException {
    ImportSummary summary =
        run(Duration.ofSeconds(1), "x".repeat(5_000_000), line("1.html", "s", "one"));

    assertThat(summary.text()).isEqualTo("2 pages: 1 taken, 0 unchanged, 1 failed");
  }
}
