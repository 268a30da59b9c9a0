package dev.podium.bench.index;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what is asked for again and again. */
final class Waits {

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(60);

  static void until(BooleanSupplier there) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("it does not come to an end; see the logs of the service");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private Waits() {}
}
