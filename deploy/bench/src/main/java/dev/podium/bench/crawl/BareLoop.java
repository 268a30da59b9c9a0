package dev.podium.bench.crawl;

import dev.podium.local.server.Loopback;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The same HTTP client in a loop that reads bodies and does nothing else, a connection a host. */
final class BareLoop {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final HttpClient client;
  private final PageSite site;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final CountDownLatch hosts;

  private BareLoop(Vertx vertx, PageSite site) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setDecompressionSupported(false),
            new PoolOptions().setHttp1MaxSize(site.hosts().size()));
    this.site = site;
    this.hosts = new CountDownLatch(site.hosts().size());
  }

  /** Pages a second over all pages of the site. */
  static double pagesPerSecond(Vertx vertx, PageSite site) throws InterruptedException {
    BareLoop loop = new BareLoop(vertx, site);
    List<String> hosts = site.hosts();
    long start = System.nanoTime();
    hosts.forEach(host -> loop.next(host, 0));
    if (!loop.hosts.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the bare loop is not through after " + PATIENCE);
    }
    if (loop.failure.get() != null) {
      throw new IllegalStateException("the site does not answer", loop.failure.get());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    PageSite.wait(loop.client.close());
    return hosts.size() * (double) site.pagesOfHost() / seconds;
  }

  private void next(String host, int number) {
    if (number == site.pagesOfHost()) {
      hosts.countDown();
      return;
    }
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setServer(SocketAddress.inetSocketAddress(site.port(), Loopback.HOST))
            .setHost(host)
            .setURI(PageSite.path(number));
    client
        .request(options)
        .compose(request -> request.send())
        .compose(response -> response.body())
        .onSuccess(body -> next(host, number + 1))
        .onFailure(
            cause -> {
              failure.compareAndSet(null, cause);
              hosts.countDown();
            });
  }
}
