package dev.podium.gateway.stream;

import dev.podium.gateway.access.LastingCallers;
import dev.podium.gateway.change.ChangeRecord;
import dev.podium.gateway.change.Chunk;
import dev.podium.gateway.change.Position;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * One stream. It takes changes no faster than its client does: what is not sent yet lies in memory
 * once for all, or in Kafka. All but {@link #wake} and {@link #end} happens on its event loop.
 */
final class StreamClient {

  private static final Logger LOG = Logger.getLogger(StreamClient.class);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final Context context;
  private final Asked asked;
  private final HttpServerResponse response;
  private final Progress progress;
  private final StreamSettings settings;
  private final StreamMetrics metrics;
  private final LastingCallers callers;
  private final Runnable left;
  private final AtomicBoolean woken = new AtomicBoolean();
  private boolean reading;
  private Position told;
  private boolean over;
  private long timer;
  private long fullSince;

  /**
   * A stream that has not begun.
   *
   * @param left told once, when the stream is over
   */
  StreamClient(
      Vertx vertx,
      Asked asked,
      Progress progress,
      StreamSettings settings,
      StreamMetrics metrics,
      LastingCallers callers,
      Runnable left) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.asked = asked;
    this.response = asked.response();
    this.progress = progress;
    this.settings = settings;
    this.metrics = metrics;
    this.callers = callers;
    this.left = left;
    this.told = progress.position();
  }

  /**
   * Begins.
   *
   * @param reset told first, or null
   */
  void start(ServerSentEvents.Reset reset) {
    response.closeHandler(v -> finish());
    response.exceptionHandler(e -> finish());
    response.setChunked(true).write(ServerSentEvents.RETRY);
    if (reset != null) {
      reset(reset);
    }
    timer = vertx.setPeriodic(settings.heartbeat().toMillis(), id -> beat());
    beat();
    pump();
  }

  /** There may be more; any thread may say so. */
  void wake() {
    if (woken.compareAndSet(false, true)) {
      context.runOnContext(v -> pump());
    }
  }

  /** Ends the stream in an orderly way; any thread may. */
  void end() {
    context.runOnContext(v -> endHere());
  }

  private void endHere() {
    if (!over) {
      finish();
      response.end();
    }
  }

  private void pump() {
    woken.set(false);
    while (!over && !reading && takesMore()) {
      CompletableFuture<Chunk> missing = progress.missing();
      if (missing != null) {
        read(missing);
      } else if (!send(progress.next()) && progress.waits()) {
        return;
      }
    }
  }

  private boolean takesMore() {
    if (!response.writeQueueFull()) {
      fullSince = 0;
      return true;
    }
    if (fullSince == 0) {
      fullSince = System.nanoTime();
      response.drainHandler(v -> pump());
    }
    return false;
  }

  private boolean send(ChangeRecord change) {
    if (change == null) {
      return false;
    }
    if (asked.filter().test(change.facts())) {
      tell(change);
    } else {
      told = progress.position();
    }
    return true;
  }

  /** What follows a change waits until it is told. */
  private void tell(ChangeRecord change) {
    CompletableFuture<String> words = asked.wording().of(change);
    if (words.isDone() && !words.isCompletedExceptionally()) {
      write(words.join());
      return;
    }
    reading = true;
    var unused =
        words.whenComplete(
            (json, e) ->
                context.runOnContext(
                    v -> {
                      if (e == null) {
                        reading = false;
                        write(json);
                        pump();
                      } else {
                        LOG.debugf("a stream waits: %s", e.getMessage());
                        later(() -> tell(change));
                      }
                    }));
  }

  private void write(String json) {
    if (!over) {
      told = progress.position();
      metrics.event();
      response.write(ServerSentEvents.change(told, json));
    }
  }

  private void read(CompletableFuture<Chunk> missing) {
    if (missing.isDone() && !missing.isCompletedExceptionally()) {
      take(missing.join());
      return;
    }
    reading = true;
    var unused =
        missing.whenComplete(
            (chunk, e) ->
                context.runOnContext(
                    v -> {
                      reading = false;
                      if (e == null) {
                        take(chunk);
                        pump();
                      } else {
                        LOG.debugf("a stream waits: %s", e.getMessage());
                        pumpLater();
                      }
                    }));
  }

  private void take(Chunk chunk) {
    switch (progress.take(chunk)) {
      case ALL -> {}
      case REST -> reset(Resets.expired(asked.changes()));
      case NOTHING -> pumpLater();
    }
  }

  private void pumpLater() {
    later(() -> {});
  }

  private void later(Runnable first) {
    reading = true;
    vertx.setTimer(
        RETRY.toMillis(),
        id -> {
          reading = false;
          if (!over) {
            first.run();
          }
          pump();
        });
  }

  private void reset(ServerSentEvents.Reset reset) {
    metrics.reset();
    response.write(ServerSentEvents.reset(progress.position(), reset));
  }

  /** A change that is not told yet is not passed either. */
  private Position position() {
    return reading ? told : progress.position();
  }

  /** A stream may last for months: each time it is asked whether its caller is still let in. */
  private void beat() {
    if (over) {
      return;
    }
    if (callers.isOver(asked.caller())) {
      endHere();
    } else if (takesMore()) {
      response.write(ServerSentEvents.heartbeat(position(), Instant.now()));
    } else if (System.nanoTime() - fullSince > settings.stalledAfter().toNanos()) {
      metrics.stalled();
      finish();
      response.reset();
    }
  }

  private void finish() {
    if (!over) {
      over = true;
      vertx.cancelTimer(timer);
      left.run();
    }
  }
}
