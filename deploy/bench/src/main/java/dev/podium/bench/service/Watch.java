package dev.podium.bench.service;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Watches briefings arrive, by asking the broker how many there are. */
final class Watch {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Broker broker;
  private final ParseService service;
  private final long before;
  private int looks;
  private long lead = Long.MIN_VALUE;

  /**
   * Nothing is asked yet.
   *
   * @param before how many briefings were there before the service started
   */
  Watch(Broker broker, ParseService service, long before) {
    this.broker = broker;
    this.service = service;
    this.before = before;
  }

  /** When the broker was asked, what it said, and what it all had cost until then. */
  private record Moment(long nanos, long count, ProcessorTime used) {

    Duration since(Moment earlier) {
      return Duration.ofNanos(nanos - earlier.nanos);
    }
  }

  /**
   * Waits for the last of them.
   *
   * @param warmUp how many arrive before it counts
   * @param total how many arrive in all
   */
  Pace pace(int warmUp, int total) {
    Moment start = await(warmUp);
    Moment end = await(total);
    double pages = end.count() - start.count();
    ProcessorTime used = end.used().minus(start.used());
    return new Pace(
        pages * 1e9 / end.since(start).toNanos(),
        used.service().toNanos() / pages,
        used.broker().toNanos() / pages,
        looks,
        lead);
  }

  private Moment await(int wanted) {
    Moment now = look();
    Moment progress = now;
    while (now.count() < wanted) {
      if (!service.isAlive() || now.since(progress).compareTo(PATIENCE) > 0) {
        throw new IllegalStateException(
            "only " + now.count() + " of " + wanted + " briefings came; see " + service.log());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      now = look();
      progress = now.count() > progress.count() ? now : progress;
    }
    return now;
  }

  private Moment look() {
    // First what is committed, then what has arrived: the other way round it could seem more.
    long committed = broker.committed();
    long arrived = broker.arrived() - before;
    looks++;
    lead = Math.max(lead, committed - arrived);
    return new Moment(System.nanoTime(), arrived, ProcessorTime.now(service));
  }
}
