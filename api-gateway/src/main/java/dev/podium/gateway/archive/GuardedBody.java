package dev.podium.gateway.archive;

import dev.podium.kit.problem.ProblemException;
import io.vertx.core.Vertx;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Function;

/**
 * A body whose sender may not be silent for too long while somebody waits for it; a reader who is
 * slow is another matter. The HTTP client itself stops watching with the headers.
 */
final class GuardedBody extends FilterInputStream {

  private final Duration patience;
  private final Vertx vertx;
  private final Function<IOException, ProblemException> failure;
  private volatile boolean stalled;

  /**
   * A body that is read on.
   *
   * @param failure what it is to the caller that the body breaks off
   */
  GuardedBody(
      InputStream body,
      Duration patience,
      Vertx vertx,
      Function<IOException, ProblemException> failure) {
    super(body);
    this.patience = patience;
    this.vertx = vertx;
    this.failure = failure;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] to, int offset, int length) {
    long timer = vertx.setTimer(patience.toMillis(), id -> stall());
    try {
      int count = super.read(to, offset, length);
      if (stalled) {
        throw silent();
      }
      return count;
    } catch (IOException e) {
      throw failure.apply(stalled ? silent() : e);
    } finally {
      vertx.cancelTimer(timer);
    }
  }

  private void stall() {
    stalled = true;
    try {
      in.close();
    } catch (IOException e) {
      // The reader is told by what it reads.
    }
  }

  private HttpTimeoutException silent() {
    return new HttpTimeoutException("nothing came for " + patience.toSeconds() + " s");
  }
}
