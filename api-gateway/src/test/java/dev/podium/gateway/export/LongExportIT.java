package dev.podium.gateway.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.elastic.Snapshot;
import dev.podium.gateway.elastic.Snapshots;
import dev.podium.gateway.exchange.StoredExchange;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Exports that are longer than all buffers on their way. */
@GatewayTest
class LongExportIT {

  private final Snapshots snapshots;

  private static ManyExchanges many;

  LongExportIT(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @BeforeAll
  static void fill() throws IOException {
    many = new ManyExchanges();
  }

  @AfterAll
  static void empty() {
    many.close();
  }

  @Test
  void allExchangesAreThereEachOnce() {
    long open = many.open();
    List<String> lines =
        given()
            .get("/v1/exchanges.ndjson")
            .then()
            .statusCode(200)
            .extract()
            .asString()
            .lines()
            .toList();
    assertThat(lines).hasSize(ManyExchanges.COUNT + 1);
    assertThat(new HashSet<>(lines)).hasSize(ManyExchanges.COUNT + 1);
    assertThat(lines.getLast()).contains("\"count\":" + ManyExchanges.COUNT);
    await(() -> many.open() == open);
  }

  @Test
  void anIndexThatFailsOnTheWayBreaksTheConnection() throws IOException {
    for (String type : List.of("ndjson", "csv", "ndjson", "csv", "ndjson", "csv")) {
      try (Socket socket = asked(type)) {
        String beginning =
            new String(socket.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
        assertThat(beginning).startsWith("HTTP/1.1 200");
        many.delete();
        String rest = rest(socket.getInputStream());
        assertThat(rest)
            .doesNotContain("manifest")
            .doesNotContain("podium-manifest:")
            .doesNotEndWith("0\r\n\r\n");
        assertThat(rest).doesNotContain("problem");
      }
      many = new ManyExchanges();
    }
  }

  @Test
  void aClientThatLeavesEndsTheWork() throws IOException {
    long open = many.open();
    try (Socket socket = asked("csv")) {
      assertThat(socket.getInputStream().readNBytes(4096)).hasSize(4096);
      assertThat(many.open()).isGreaterThan(open);
    }
    await(() -> many.open() == open);
  }

  @Test
  void aClientThatReadsNothingIsBrokenOff() throws IOException {
    long open = many.open();
    try (Socket socket = asked("ndjson")) {
      assertThat(socket.getInputStream().readNBytes(4096)).hasSize(4096);
      await(() -> many.open() == open);
      assertThat(rest(socket.getInputStream())).doesNotContain("manifest");
    }
  }

  @Test
  void moreExportsThanAnInstanceServesAreAskedToComeBack() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    long open = many.open();
    try {
      for (int i = 0; i < 3; i++) {
        sockets.add(asked("ndjson"));
        sockets.getLast().getInputStream().readNBytes(4096);
      }
      given()
          .get("/v1/exchanges.csv")
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", equalTo("5"))
          .body("code", equalTo("too-many-exports"));
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    await(() -> many.open() == open);
    given().head("/v1/exchanges.csv").then().statusCode(200);
    given().get("/v1/exchanges.csv").then().statusCode(200);
  }

  @Test
  void whatElasticsearchForgotIsOpenedAnew() {
    Supplier<SearchRequest.Builder> request = () -> new SearchRequest.Builder().size(0);
    Snapshot snapshot = snapshots.open(SearchIndex.EXCHANGES);
    assertThat(snapshot.index()).isEqualTo("exchanges-many");
    assertThat(count(snapshot, request)).isEqualTo(ManyExchanges.COUNT);
    assertThat(snapshot.moments()).isEqualTo(1);
    snapshot.close();
    assertThat(count(snapshot, request)).isEqualTo(ManyExchanges.COUNT);
    assertThat(snapshot.moments()).isEqualTo(2);
    snapshot.close();
  }

  private static long count(Snapshot snapshot, Supplier<SearchRequest.Builder> request) {
    return snapshot.search(request, StoredExchange::read).total();
  }

  private static Socket asked(String type) throws IOException {
    Socket socket = new Socket();
    // Small, so that little is on its way when nobody reads.
    socket.setReceiveBufferSize(16 * 1024);
    socket.connect(new java.net.InetSocketAddress("localhost", RestAssured.port));
    socket.setSoTimeout(30_000);
    String request =
        "GET /v1/exchanges." + type + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private static String rest(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[65536];
    try {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        all.write(piece, 0, n);
      }
    } catch (SocketException e) {
      // Reset, which is how an answer breaks off.
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for long enough").isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }
}
