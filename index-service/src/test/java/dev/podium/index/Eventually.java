package dev.podium.index;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what takes its time. */
public final class Eventually {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Repeats an assertion until it holds, or fails with its last failure. */
  public static void holds(Runnable assertion) {
    holds(PATIENCE, assertion);
  }

  /** The same, for so long. */
  public static void holds(Duration patience, Runnable assertion) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        assertion.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        pause(Duration.ofMillis(100));
      }
    }
  }

  /** Lets a little time pass. */
  public static void pause(Duration time) {
    try {
      var unused = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Eventually() {}
}
