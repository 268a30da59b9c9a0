package dev.podium.kit.outbound;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request and its answer, read piece by piece and cut where it is too long or too slow. */
public final class HttpExchange {

  private static final long CANCEL = 8;

  private final Buffer sent;
  private final int limit;
  private final Duration idle;
  private final Buffer body = Buffer.buffer();
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private volatile HttpClientRequest request;
  private volatile boolean abandoned;
  private long heard;

  private HttpExchange(Buffer sent, int limit, Duration idle) {
    this.sent = sent;
    this.limit = limit;
    this.idle = idle;
  }

  /**
   * What the server answered.
   *
   * @param cut whether there was more than the limit
   */
  // Handed on once and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(HttpClientResponse head, byte[] body, boolean cut) {}

  /**
   * Sends a request and waits for the answer.
   *
   * @param sent the body of the request, or null
   * @param limit of the answer's body, in bytes
   * @param time for all of it; how long the server may be silent stands in the options
   * @throws ExecutionException with the cause if it does not come
   * @throws TimeoutException if it is not complete in time
   */
  public static Answer run(
      Context context,
      HttpClient client,
      RequestOptions options,
      Buffer sent,
      int limit,
      Duration time)
      throws ExecutionException, TimeoutException, InterruptedException {
    HttpExchange exchange =
        new HttpExchange(sent, limit, Duration.ofMillis(options.getIdleTimeout()));
    // On one context from the start, so that no piece of the answer comes before its handler.
    context.runOnContext(now -> exchange.start(context, client, options));
    try {
      return exchange.answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      exchange.stopUnlessEnded();
    }
  }

  private void start(Context context, HttpClient client, RequestOptions options) {
    client
        .request(options)
        .onSuccess(ready -> send(context, ready))
        .onFailure(answer::completeExceptionally);
  }

  private void send(Context context, HttpClientRequest ready) {
    request = ready;
    if (abandoned) {
      // It is told to have failed: the server is not to hear of it now that a connection is free.
      ready.reset(CANCEL);
      return;
    }
    ready
        .response()
        .onSuccess(head -> read(context.owner(), head))
        .onFailure(answer::completeExceptionally);
    (sent == null ? ready.end() : ready.end(sent)).onFailure(answer::completeExceptionally);
  }

  private void read(Vertx vertx, HttpClientResponse head) {
    heard = System.nanoTime();
    // The client itself minds silence only ahead of the response.
    long watch = vertx.setPeriodic(Math.max(idle.toMillis() / 4, 1), now -> cutIfSilent());
    var unused = answer.whenComplete((done, failure) -> vertx.cancelTimer(watch));
    head.exceptionHandler(answer::completeExceptionally);
    head.endHandler(end -> answer.complete(new Answer(head, body.getBytes(), false)));
    head.handler(chunk -> add(head, chunk));
  }

  private void cutIfSilent() {
    if (System.nanoTime() - heard > idle.toNanos()) {
      answer.completeExceptionally(new TimeoutException("nothing more came for " + idle));
      stop();
    }
  }

  private void add(HttpClientResponse head, Buffer chunk) {
    heard = System.nanoTime();
    int room = limit - body.length();
    if (chunk.length() <= room) {
      body.appendBuffer(chunk);
    } else {
      body.appendBuffer(chunk, 0, Math.max(room, 0));
      answer.complete(new Answer(head, body.getBytes(), true));
      stop();
    }
  }

  private void stopUnlessEnded() {
    if (!answer.isDone()) {
      stop();
    }
  }

  /**
   * Gives the connection up, since more comes on it than anyone will read; or the place among those
   * who wait for one.
   */
  private void stop() {
    abandoned = true;
    if (request != null) {
      request.reset(CANCEL);
    }
  }
}
