package dev.podium.local.importing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How long an import bears with a service that is away: counted from the last page that was taken,
 * so that a service which never comes back does not cost the whole wait for every line.
 */
final class Patience {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  private final Duration limit;
  private final LongSupplier nanoTime;
  private final AtomicLong lastSuccess;

  Patience(Duration limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
    this.lastSuccess = new AtomicLong(nanoTime.getAsLong());
  }

  void success() {
    lastSuccess.set(nanoTime.getAsLong());
  }

  boolean isOver() {
    return nanoTime.getAsLong() - lastSuccess.get() >= limit.toNanos();
  }

  /** Before the attempt of that number, the second being number 2. */
  Duration pauseBefore(int attempt) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 2, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
