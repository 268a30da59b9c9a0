package dev.podium.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where single sites are named. */
class CrossOriginReadsTest {

  private static Vertx vertx;
  private static HttpServer server;

  @BeforeAll
  static void serve() throws Exception {
    vertx = Vertx.vertx();
    CrossOriginReads reads = new CrossOriginReads(new Named());
    Router router = Router.router(vertx);
    router.route().handler(reads::allow);
    router.route().handler(c -> c.response().putHeader("Vary", "Accept").end("read"));
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(30, TimeUnit.SECONDS);
  }

  @AfterAll
  static void end() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  /** Names one site. */
  private record Named() implements AccessSettings {

    @Override
    public boolean accessLog() {
      return false;
    }

    @Override
    public boolean anonymousReads() {
      return false;
    }

    @Override
    public boolean loopbackWrites() {
      return false;
    }

    @Override
    public Optional<Set<String>> crossOrigins() {
      return Optional.of(Set.of("https://dashboard.example"));
    }
  }

  /** Byte for byte, since clients keep the header Origin to themselves. */
  private static String send(String method, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
      String request =
          method
              + " /v1/exchanges HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + String.join("", headers)
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aSiteThatIsNamedMayCallWithAKey() throws IOException {
    String preflight =
        send(
            "OPTIONS",
            "Origin: https://dashboard.example\r\n",
            "Access-Control-Request-Method: POST\r\n");

    assertThat(preflight)
        .contains("204 No Content", "Access-Control-Allow-Origin: https://dashboard.example")
        .contains("Access-Control-Allow-Methods: GET, HEAD, POST, PUT, PATCH, DELETE")
        .containsPattern("Access-Control-Allow-Headers: .*Authorization.*, If-Match,")
        .contains("Vary: Origin")
        .doesNotContain("Allow-Credentials");
    assertThat(send("GET", "Origin: https://dashboard.example\r\n"))
        .contains("200 OK", "Access-Control-Allow-Origin: https://dashboard.example", "read")
        .contains("Vary: Accept", "Vary: Origin");
  }

  @Test
  void noOtherSiteIsLetIn() throws IOException {
    for (String origin :
        new String[] {
          "https://evil.example",
          "https://dashboard.example.evil.example",
          "http://dashboard.example",
          "https://dashboard.example:8443",
          "null"
        }) {
      assertThat(
              send(
                  "OPTIONS",
                  "Origin: " + origin + "\r\n",
                  "Access-Control-Request-Method: GET\r\n"))
          .as(origin)
          .contains("Vary: Origin")
          .doesNotContain("Access-Control-Allow");
    }
  }

  @Test
  void whoeverIsNoPageIsAnsweredAsEver() throws IOException {
    assertThat(send("GET")).contains("200 OK", "Vary: Origin").doesNotContain("Allow-Origin");
  }
}
