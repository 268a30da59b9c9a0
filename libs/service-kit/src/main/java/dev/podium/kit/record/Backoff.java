package dev.podium.kit.record;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits that double from a first one up to a longest one, each with jitter of half its length. */
public record Backoff(Duration first, Duration longest) {

  private static final int MAX_DOUBLINGS = 30;

  public Backoff {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "back-off from " + first + " to " + longest + " is not possible");
    }
  }

  /**
   * How long to wait after a failure.
   *
   * @param failures so far, from 1
   */
  public Duration after(int failures, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
    long capped = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(capped / 2 + random.nextLong(capped / 2 + 1));
  }
}
