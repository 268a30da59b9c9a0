package dev.podium.gateway.route;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;

/** Moves bytes from one side to the other, no faster than the slower of the two. */
final class Pump {

  private final ReadStream<Buffer> from;
  private final WriteStream<Buffer> to;
  private final long limit;
  private final Runnable moved;
  private final Runnable tooMuch;
  private long count;

  /**
   * A pump that has not begun.
   *
   * @param limit in bytes
   * @param moved told of every piece
   * @param tooMuch told once, when there is more than the limit
   */
  Pump(
      ReadStream<Buffer> from,
      WriteStream<Buffer> to,
      long limit,
      Runnable moved,
      Runnable tooMuch) {
    this.from = from;
    this.to = to;
    this.limit = limit;
    this.moved = moved;
    this.tooMuch = tooMuch;
  }

  /**
   * Begins.
   *
   * @param ended told when all has been moved
   */
  void start(Runnable ended) {
    from.endHandler(v -> ended.run());
    from.handler(this::move);
    from.resume();
  }

  private void move(Buffer piece) {
    if (piece.length() == 0) {
      // Would begin a body where there is none.
      return;
    }
    moved.run();
    count += piece.length();
    if (count > limit) {
      stop();
      tooMuch.run();
      return;
    }
    to.write(piece);
    if (to.writeQueueFull()) {
      from.pause();
      to.drainHandler(v -> from.resume());
    }
  }

  /** Reads on, but moves nothing any more. */
  void stop() {
    from.handler(piece -> {});
    from.endHandler(v -> {});
    from.resume();
  }
}
