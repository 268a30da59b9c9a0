package dev.podium.kit.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpExchangeTest {

  /** As many connections as a client has to one server. */
  private static final int CONNECTIONS = 8;

  private static final Duration LONG = Duration.ofSeconds(30);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch busy = new CountDownLatch(CONNECTIONS);
  private final CountDownLatch release = new CountDownLatch(1);
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = GuardedClients.plain(vertx, Duration.ofSeconds(5));
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          received.add(exchange.getRequestURI().getPath());
          busy.countDown();
          try (exchange) {
            var unused = release.await(30, TimeUnit.SECONDS);
            exchange.sendResponseHeaders(204, -1);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  @AfterEach
  void end() throws Exception {
    release.countDown();
    server.stop(0);
    threads.shutdownNow();
    vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private int post(String path, Duration time)
      throws ExecutionException, TimeoutException, InterruptedException {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost("127.0.0.1")
            .setPort(server.getAddress().getPort())
            .setIdleTimeout(LONG.toMillis())
            .setURI(path);
    return HttpExchange.run(
            vertx.getOrCreateContext(), client, options, Buffer.buffer("body"), 100, time)
        .head()
        .statusCode();
  }

  @Test
  void whatFoundNoConnectionInTimeIsNotSentLater() throws Exception {
    List<Future<Integer>> others = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      others.add(threads.submit(() -> post("/other", LONG)));
    }
    assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> post("/late", Duration.ofMillis(200)))
        .isInstanceOf(TimeoutException.class);

    release.countDown();

    for (Future<Integer> other : others) {
      assertThat(other.get()).isEqualTo(204);
    }
    // Behind the late one, had it been sent.
    for (int i = 0; i < 2 * CONNECTIONS; i++) {
      assertThat(post("/next", LONG)).isEqualTo(204);
    }
    assertThat(received).contains("/next").doesNotContain("/late");
  }
}
