package dev.podium.index.bulk;

import java.time.Duration;

/**
 * How large requests are and how many are under way: ever more while Elasticsearch answers
 * promptly, at once less when it pushes back or gets slow (additive increase, multiplicative
 * decrease, as TCP has it). Safe for concurrent use.
 */
final class BulkPace {

  private static final long SMALLEST = 256 * 1024;

  /** It grows by such a part of the largest request. */
  private static final int STEPS = 8;

  /** So many prompt answers in a row let one more request be under way. */
  private static final int STREAK = 8;

  private final long largest;
  private final int most;
  private final Duration prompt;
  private long bytes;
  private int concurrency = 1;
  private int streak;
  private int underWay;

  /**
   * A pace that begins with one request of the largest size.
   *
   * @param largest request, in bytes
   * @param most requests under way
   * @param prompt answers take no longer
   */
  BulkPace(long largest, int most, Duration prompt) {
    this.largest = largest;
    this.most = most;
    this.prompt = prompt;
    this.bytes = largest;
  }

  /** The largest request now. */
  synchronized long bytes() {
    return bytes;
  }

  /** How many requests may be under way now. */
  synchronized int concurrency() {
    return concurrency;
  }

  /**
   * Waits until one request more may be under way; {@link #answered} ends it.
   *
   * @throws InterruptedException if the thread is told to stop waiting
   */
  synchronized void begin() throws InterruptedException {
    while (underWay >= concurrency) {
      wait();
    }
    underWay++;
  }

  /**
   * Notes an answer, or that there was none.
   *
   * @param pushedBack whether some of it was not taken for a reason that passes
   */
  synchronized void answered(Duration time, boolean pushedBack) {
    underWay--;
    adapt(time, pushedBack);
    notifyAll();
  }

  private void adapt(Duration time, boolean pushedBack) {
    if (pushedBack || time.compareTo(prompt) > 0) {
      streak = 0;
      bytes = Math.max(Math.min(SMALLEST, largest), bytes / 2);
      concurrency = pushedBack ? 1 : Math.max(1, concurrency - 1);
      return;
    }
    bytes = Math.min(largest, bytes + Math.max(1, largest / STEPS));
    streak++;
    if (streak >= STREAK) {
      streak = 0;
      concurrency = Math.min(most, concurrency + 1);
    }
  }
}
