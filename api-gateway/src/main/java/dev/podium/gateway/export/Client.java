package dev.podium.gateway.export;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** The other end of an export's connection, which may stop to read without leaving. */
final class Client implements AutoCloseable {

  private static final Duration CUT = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final Duration patience;
  private final Runnable released;
  private volatile long waiting;

  /**
   * A client that waits.
   *
   * @param patience how long it may take nothing
   * @param released runs when the client is done with
   */
  Client(Vertx vertx, HttpServerRequest request, Duration patience, Runnable released) {
    this.vertx = vertx;
    this.request = request;
    this.patience = patience;
    this.released = released;
  }

  /** The stream, broken off where a write to it takes too long. */
  OutputStream watched(OutputStream out) {
    return new Watched(out);
  }

  /** Ends the answer so that nobody takes what was sent for all. Returns when it has ended. */
  void breakOff() {
    cut().awaitUninterruptibly(CUT.toMillis());
  }

  // Resetting an answer wakes its writer. In HTTP/1.1 it also sends first what was written, and
  // behind that the server would write the end of an answer that is whole.
  private ChannelFuture cut() {
    Channel channel = ((ConnectionBase) request.connection()).channel();
    ChannelFuture cut =
        request.version() == HttpVersion.HTTP_2 ? channel.newSucceededFuture() : channel.close();
    request.response().reset();
    return cut;
  }

  void trailer(String name, String value) {
    request.response().putTrailer(name, value);
  }

  @Override
  public void close() {
    released.run();
  }

  private final class Watched extends FilterOutputStream {

    Watched(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] piece, int from, int length) throws IOException {
      waiting = vertx.setTimer(patience.toMillis(), this::giveUp);
      try {
        out.write(piece, from, length);
      } finally {
        vertx.cancelTimer(waiting);
      }
    }

    /** On the event loop, which must not wait. */
    private void giveUp(long timer) {
      var unused = cut();
    }

    @Override
    public void close() {
      // The server ends the answer, which is more than the file.
    }
  }
}
