package dev.podium.bench.gateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * What clients got who send one request after the other.
 *
 * @param rate answers a second, of all together
 * @param nanos what each answer took until its last byte, in ascending order
 */
record Load(double rate, List<Long> nanos) {

  /** Sends the calls round and round, each client from another one on. */
  static Load of(List<Call> calls, int clients, Duration time) {
    List<HttpRequest> requests = calls.stream().map(Call::request).toList();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Long>>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int first = i * requests.size() / clients;
        running.add(threads.submit(() -> send(client, requests, first, end)));
      }
      List<Long> nanos = new ArrayList<>();
      for (Future<List<Long>> one : running) {
        nanos.addAll(one.get());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Load(nanos.size() / seconds, nanos.stream().sorted().toList());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<Long> send(HttpClient client, List<HttpRequest> requests, int first, long end)
      throws IOException, InterruptedException {
    List<Long> nanos = new ArrayList<>();
    for (int i = first; System.nanoTime() < end; i++) {
      HttpRequest request = requests.get(i % requests.size());
      long start = System.nanoTime();
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      nanos.add(System.nanoTime() - start);
      if (answer.statusCode() != 200) {
        throw new IOException(request.uri() + " answers " + answer.statusCode());
      }
    }
    return nanos;
  }

  /** Sends each call once, one after the other. */
  static void each(List<Call> calls) throws IOException {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (Call call : calls) {
        HttpResponse<byte[]> answer = client.send(call.request(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
          throw new IOException(call.to() + " answers " + answer.statusCode());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /**
   * With one more round of the same.
   *
   * @param rounds that are in this one
   */
  Load and(Load other, int rounds) {
    return new Load(
        (rate * rounds + other.rate) / (rounds + 1),
        Stream.concat(nanos.stream(), other.nanos.stream()).sorted().toList());
  }

  /** So many parts of a hundred took no longer, in milliseconds. */
  double percentile(int percent) {
    return nanos.get(Math.min(nanos.size() - 1, nanos.size() * percent / 100)) / 1e6;
  }
}
