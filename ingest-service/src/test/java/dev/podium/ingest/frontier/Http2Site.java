package dev.podium.ingest.frontier;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A site that speaks HTTP/2 and HTTP/1.1 over TLS, and writes on its pages which of them it was.
 */
final class Http2Site implements AutoCloseable {

  private static final int PATIENCE = 30;

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  Http2Site() throws IOException {
    HttpServerOptions options =
        new HttpServerOptions()
            .setSsl(true)
            .setUseAlpn(true)
            .setKeyCertOptions(Certificates.options("http2"));
    try {
      server =
          vertx
              .createHttpServer(options)
              .requestHandler(Http2Site::answer)
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(e);
    }
  }

  int port() {
    return server.actualPort();
  }

  private static void answer(HttpServerRequest request) {
    switch (request.path()) {
      case "/robots.txt" -> request.response().setStatusCode(404).end();
      case "/news/default.html" ->
          request
              .response()
              .putHeader("Content-Type", "text/html")
              .end("<a href='p-a.html'>a</a><a href='p-b.html'>b</a>");
      default ->
          request
              .response()
              .putHeader("Content-Type", "text/html")
              .end("<p>" + request.path() + " over " + request.version() + "</p>");
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
