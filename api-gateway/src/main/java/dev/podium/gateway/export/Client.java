package dev.podium.gateway.export;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** The other end of an export's connection, which may stop to read without leaving. */
final class Client implements AutoCloseable {

  private final Vertx vertx;
  private final HttpServerResponse response;
  private final Duration patience;
  private final Runnable released;
  private volatile long waiting;

  /**
   * A client that waits.
   *
   * @param patience how long it may take nothing
   * @param released runs when the client is done with
   */
  Client(Vertx vertx, HttpServerResponse response, Duration patience, Runnable released) {
    this.vertx = vertx;
    this.response = response;
    this.patience = patience;
    this.released = released;
  }

  /** The stream, broken off where a write to it takes too long. */
  OutputStream watched(OutputStream out) {
    return new Watched(out);
  }

  /** Ends the connection so that nobody takes what was sent for all. */
  void breakOff() {
    response.reset();
  }

  void trailer(String name, String value) {
    response.putTrailer(name, value);
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
      waiting = vertx.setTimer(patience.toMillis(), id -> breakOff());
      try {
        out.write(piece, from, length);
      } finally {
        vertx.cancelTimer(waiting);
      }
    }

    @Override
    public void close() {
      // The server ends the answer, which is more than the file.
    }
  }
}
