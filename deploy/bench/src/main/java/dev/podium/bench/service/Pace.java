package dev.podium.bench.service;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast briefings have arrived.
 *
 * @param pagesPerSecond from the first that counts to the last
 * @param looks how often the broker was asked
 * @param lead the most pages that were ever committed without their briefings being there
 */
record Pace(double pagesPerSecond, int looks, long lead) {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * Waits for briefings.
   *
   * @param warmUp how many arrive before it counts
   * @param total how many arrive in all
   * @param base how many were there before
   */
  static Pace of(Broker broker, ParseService service, int warmUp, int total, long base) {
    long lead = Long.MIN_VALUE;
    int looks = 0;
    Moment start = null;
    Moment now = Moment.of(broker, base);
    Moment progress = now;
    while (now.count() < total) {
      // First what is committed, then what has arrived: the other way round it could seem more.
      long committed = broker.committed();
      now = Moment.of(broker, base);
      lead = Math.max(lead, committed - now.count());
      looks++;
      start = start == null && now.count() >= warmUp ? now : start;
      progress = now.count() > progress.count() ? now : progress;
      if (!service.isAlive() || now.secondsSince(progress) > PATIENCE.toSeconds()) {
        throw new IllegalStateException(
            "only " + now.count() + " of " + total + " briefings came; see " + service.log());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return new Pace((now.count() - start.count()) / now.secondsSince(start), looks, lead);
  }

  private record Moment(long count, long nanos) {

    static Moment of(Broker broker, long base) {
      return new Moment(broker.arrived() - base, System.nanoTime());
    }

    double secondsSince(Moment earlier) {
      return (nanos - earlier.nanos) / 1e9;
    }
  }
}
