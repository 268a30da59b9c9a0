package dev.podium.bench.crawl;

import dev.podium.bench.pages.BenchPage;
import dev.podium.local.server.Loopback;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * Many hosts on one port, each with a listing and pages of the real sets, none of which equals
 * another. Every answer takes a while, as it does over a network.
 */
final class PageSite implements AutoCloseable {

  static final String LISTING = "/news/index.html";

  private static final long DELAY_MILLIS = 20;
  private static final String PAGE = "/news/p-";
  private static final String END = ".html";

  private final Vertx vertx;
  private final List<BenchPage> pages;
  private final int hosts;
  private final int pagesOfHost;
  private final HttpServer server;

  /** Starts it on a free port of this machine. */
  PageSite(Vertx vertx, List<BenchPage> pages, int hosts, int pagesOfHost) {
    this.vertx = vertx;
    this.pages = List.copyOf(pages);
    this.hosts = hosts;
    this.pagesOfHost = pagesOfHost;
    this.server =
        wait(vertx.createHttpServer().requestHandler(this::answerLater).listen(0, Loopback.HOST));
  }

  int port() {
    return server.actualPort();
  }

  List<String> hosts() {
    return IntStream.range(0, hosts).mapToObj(host -> "h" + host + ".example").toList();
  }

  /** The path of a host's page, by its number from 0. */
  static String path(int number) {
    return PAGE + number + END;
  }

  int pagesOfHost() {
    return pagesOfHost;
  }

  private void answerLater(HttpServerRequest request) {
    vertx.setTimer(DELAY_MILLIS, timer -> answer(request));
  }

  private void answer(HttpServerRequest request) {
    String path = request.path();
    if (path.equals(LISTING)) {
      request.response().putHeader("Content-Type", "text/html").end(listing());
    } else if (path.startsWith(PAGE) && path.endsWith(END)) {
      int number = Integer.parseInt(path.substring(PAGE.length(), path.length() - END.length()));
      int host = Integer.parseInt(request.authority().host().substring(1).split("\\.", 2)[0]);
      BenchPage page = pages.get((host * pagesOfHost + number) % pages.size());
      request.response().putHeader("Content-Type", page.facts().contentType());
      request.response().end(body(page, host, number));
    } else {
      request.response().setStatusCode(404).end();
    }
  }

  private static Buffer body(BenchPage page, int host, int number) {
    byte[] unique = ("\n<!-- " + host + '/' + number + " -->").getBytes(StandardCharsets.UTF_8);
    return Buffer.buffer(page.body().length + unique.length)
        .appendBytes(page.body())
        .appendBytes(unique);
  }

  private String listing() {
    StringBuilder html = new StringBuilder("<!DOCTYPE html><title>Briefings</title><ul>");
    for (int number = 0; number < pagesOfHost; number++) {
      html.append("<li><a href='").append(path(number)).append("'>Briefing</a>");
    }
    return html.toString();
  }

  static <T> T wait(io.vertx.core.Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    wait(server.close());
  }
}
