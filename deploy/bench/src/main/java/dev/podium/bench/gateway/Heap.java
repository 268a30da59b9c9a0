package dev.podium.bench.gateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How much heap the gateway uses meanwhile. What counts is the least that is seen in a part, since
 * the rest is what the collector has not looked at yet.
 */
final class Heap implements AutoCloseable {

  static final int PARTS = 10;

  private static final long PAUSE_MILLIS = 200;
  private static final String METRIC = "jvm_memory_used_bytes{area=\"heap\"";

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest metrics;
  private final double[] least = new double[PARTS];
  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private volatile int part;

  /** Looks from now on. */
  Heap(Gateway gateway) {
    metrics = HttpRequest.newBuilder(gateway.address().resolve("/q/metrics")).build();
    Arrays.fill(least, Double.NaN);
    var unused =
        executor.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What is seen now belongs to this part, counted from 0. */
  void reached(int now) {
    part = now;
  }

  /** The least that was seen in a part; not a number where nothing was. */
  double mebibytes(int of) {
    return least[of] / (1 << 20);
  }

  private void look() {
    try {
      double used =
          client
              .send(metrics, BodyHandlers.ofLines())
              .body()
              .filter(line -> line.startsWith(METRIC))
              .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
              .sum();
      int now = part;
      least[now] = Double.isNaN(least[now]) ? used : Math.min(used, least[now]);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // The next look may see it.
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    client.close();
  }
}
