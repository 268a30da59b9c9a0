package dev.podium.local.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.podium.local.server.ServerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.Warcinfo;

class WarcImportTest {

  private static final String SOURCES =
      """
      {"items": [
        {"id": "news", "links": {"include": ["^https://a\\\\.example/news/"], "exclude": ["draft"]}},
        {"id": "all", "links": {"include": ["/both/"], "exclude": []}},
        {"id": "both", "links": {"include": ["/both/"], "exclude": []}}]}
      """;
  private static final String HTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n";

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> addresses = Collections.synchronizedSet(new HashSet<>());
  private final Lines lines = new Lines();
  private final AtomicInteger answered = new AtomicInteger();
  private volatile int awayAfter = Integer.MAX_VALUE;
  @TempDir Path folder;
  private HttpServer gateway;

  @BeforeEach
  void aGateway() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/v1/sources", exchange -> answer(exchange, 200, SOURCES));
    gateway.createContext("/v1/pages", this::take);
    gateway.start();
  }

  @AfterEach
  void noGateway() {
    gateway.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (answered.getAndIncrement() >= awayAfter) {
      answer(exchange, 503, "{}");
      return;
    }
    addresses.add(exchange.getRequestHeaders().getFirst("Content-Location"));
    requests.add(
        String.join(
            " ",
            exchange.getRequestURI().getQuery(),
            exchange.getRequestHeaders().getFirst("Content-Location"),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            exchange.getRequestHeaders().getFirst("Memento-Datetime"),
            body));
    answer(exchange, 202, "{}");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private ImportSummary run(String source, String name, byte[] content)
      throws IOException, InterruptedException {
    Path path = folder.resolve(name);
    if (!Files.exists(path)) {
      Files.write(path, content);
    }
    WarcFile file = WarcFile.of(path);
    URI address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
    return new WarcImport(
            address, lines, source, new Patience(Duration.ofMillis(300), System::nanoTime))
        .run(file, ImportPosition.of(file, folder.resolve("imports")));
  }

  @ParameterizedTest
  @EnumSource(
      value = WarcCompression.class,
      names = {"NONE", "GZIP"})
  void pagesAreSentAndTheRestIsCounted(WarcCompression compression)
      throws IOException, InterruptedException {
    byte[] html = WarcFiles.bytes("<p>two</p>");
    byte[] file =
        WarcFiles.of(
            compression,
            new Warcinfo.Builder().fields(Map.of("software", List.of("test"))).build(),
            WarcFiles.page("https://a.example/news/1", "<p>one</p>"),
            new WarcMetadata.Builder().fields(Map.of("fetchTimeMs", List.of("7"))).build(),
            WarcFiles.builder(
                    "<http://a.example/news/2>",
                    HTML + "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n",
                    WarcFiles.chunked(WarcFiles.gzip(html)))
                .version(MessageVersion.WARC_1_1)
                .date(Instant.parse("2017-03-01T08:30:00.123456Z"))
                .build(),
            WarcFiles.response("https://a.example/news/3", "HTTP/2 404\r\n\r\n", html),
            WarcFiles.response("https://a.example/news/5", "HTTP/1.1 500 No\r\n\r\n", html),
            WarcFiles.response("https://a.example/news/4", "HTTP/1.1 200 OK\r\n\r\n", html),
            WarcFiles.page("https://a.example/news/draft", "no"),
            WarcFiles.page("https://elsewhere.example/", "no"),
            new WarcResponse.Builder("dns:a.example")
                .body(MediaType.parse("text/dns"), WarcFiles.bytes("1.2.3.4"))
                .build());

    ImportSummary summary = run(null, "file.warc", file);

    assertThat(requests)
        .containsExactlyInAnyOrder(
            "source=news https://a.example/news/1 text/html Wed, 01 Mar 2017 08:30:00 GMT"
                + " <p>one</p>",
            "source=news http://a.example/news/2 text/html; charset=gbk 2017-03-01T08:30:00.123Z"
                + " <p>two</p>",
            "source=news&httpStatus=404 https://a.example/news/3 null"
                + " Wed, 01 Mar 2017 08:30:00 GMT ");
    assertThat(summary.text())
        .isEqualTo(
            "3 pages: 3 taken, 0 unchanged, 0 failed; skipped: 1 metadata records, 1 not HTML,"
                + " 1 not HTTP, 1 of another status, 2 of no source, 1 warcinfo records");
    assertThat(summary.hasFailures()).isFalse();
    assertThat(lines.texts).isEmpty();
  }

  @Test
  void theSourceCanBeNamed() throws IOException, InterruptedException {
    byte[] file =
        WarcFiles.of(WarcCompression.GZIP, WarcFiles.page("https://elsewhere.example/", "<p>"));

    run("all", "file.warc.gz", file);

    assertThat(requests).hasSize(1).allMatch(text -> text.startsWith("source=all https://els"));
    assertThatThrownBy(() -> run("nobody", "file.warc.gz", file))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("nobody");
  }

  @Test
  void whatIsLostIsTold() throws IOException, InterruptedException {
    byte[] file =
        WarcFiles.of(
            WarcCompression.NONE,
            WarcFiles.builder("https://a.example/news/cut", HTML + "\r\n", WarcFiles.bytes("<p>"))
                .truncated(WarcTruncationReason.LENGTH)
                .build(),
            WarcFiles.response("https://a.example/news/empty", HTML + "\r\n", new byte[0]),
            WarcFiles.page("https://a.example/both/1", "<p>"),
            WarcFiles.response(
                "https://a.example/news/zip",
                HTML + "Content-Encoding: gzip\r\n\r\n",
                WarcFiles.bytes("no gzip")),
            WarcFiles.response(
                "https://a.example/news/huge", HTML + "\r\n", new byte[10 * 1024 * 1024 + 1]),
            WarcFiles.page("https://a.example/news/good", "<p>good</p>"));

    ImportSummary summary = run(null, "file.warc", file);

    assertThat(summary.text()).isEqualTo("6 pages: 1 taken, 0 unchanged, 5 failed");
    assertThat(summary.hasFailures()).isTrue();
    assertThat(lines.texts)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("record at byte 0:").contains("truncated (length)"),
            line -> assertThat(line).contains("news/empty has an empty body"),
            line -> assertThat(line).contains("several sources (all, both)"),
            line -> assertThat(line).contains("news/zip cannot be decoded"),
            line -> assertThat(line).contains("news/huge has more than 10485760 bytes"));
  }

  @ParameterizedTest
  @EnumSource(
      value = WarcCompression.class,
      names = {"NONE", "GZIP"})
  void damageIsPassedOver(WarcCompression compression) throws IOException, InterruptedException {
    byte[] first = WarcFiles.of(compression, page(1));
    byte[] second = WarcFiles.of(compression, page(2));
    byte[] third = WarcFiles.of(compression, page(3));
    Arrays.fill(second, second.length / 2 - 20, second.length / 2 + 20, (byte) 0xff);
    byte[] cut = Arrays.copyOf(third, third.length - 30);
    byte[] file = WarcFiles.joined(List.of(first, second, third, WarcFiles.bytes("x"), third, cut));

    ImportSummary summary = run(null, "file.warc", file);

    assertThat(requests).filteredOn(text -> text.contains("/news/1 ")).hasSize(1);
    assertThat(requests).filteredOn(text -> text.contains("/news/3 ")).hasSize(2);
    assertThat(summary.hasFailures()).isTrue();
    assertThat(lines.texts)
        .anyMatch(line -> line.startsWith("record at byte " + first.length + ": damaged"))
        .anyMatch(line -> line.startsWith("record at byte " + (file.length - cut.length)));
  }

  @Test
  void aFileThatIsNoneIsLost() throws IOException, InterruptedException {
    ImportSummary summary = run(null, "file.warc.gz", WarcFiles.bytes("no WARC file"));

    assertThat(summary.hasFailures()).isTrue();
    assertThat(lines.texts)
        .containsExactly("record at byte 0: no record of a WARC file begins here");
  }

  @ParameterizedTest
  @EnumSource(
      value = WarcCompression.class,
      names = {"NONE", "GZIP"})
  void anImportThatWasGivenUpGoesOnWhereItWas(WarcCompression compression)
      throws IOException, InterruptedException {
    WarcResponse[] pages = new WarcResponse[200];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = page(i);
    }
    byte[] file = WarcFiles.of(compression, pages);
    awayAfter = 100;
    assertThat(run(null, "file.warc", file).hasFailures()).isTrue();
    assertThat(requests).hasSize(100);
    assertThat(lines.texts).anyMatch(line -> line.contains("The same command goes on"));
    awayAfter = Integer.MAX_VALUE;
    lines.texts.clear();

    ImportSummary summary = run(null, "file.warc", file);

    assertThat(lines.texts).hasSize(1).allMatch(line -> line.startsWith("Goes on at byte "));
    assertThat(summary.hasFailures()).isFalse();
    assertThat(summary.done()).isBetween(100, 120);
    assertThat(addresses).hasSize(200);
  }

  private static WarcResponse page(int number) {
    return WarcFiles.page(
        "https://a.example/news/" + number,
        "<p>page %d, with enough of a text that damage hits it</p>".formatted(number).repeat(9));
  }
}
