package dev.podium.gateway.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Knows from when on the topic has all changes. */
@ApplicationScoped
class Horizon {

  /**
   * Clocks of those who publish differ a little, and what was published that long ago is found by
   * every search.
   */
  static final Duration MARGIN = Duration.ofMinutes(1);

  private final ChangeLog log;
  private final OlderChanges older;

  Horizon(ChangeLog log, OlderChanges older) {
    this.log = log;
    this.older = older;
  }

  /**
   * Whatever was published at that time or later is in the topic; at least {@link #MARGIN} ago.
   *
   * @throws ChangesUnavailableException if Kafka does not answer
   */
  Instant find() {
    Instant latest = Clock.systemUTC().instant().minus(MARGIN);
    KeptChanges kept = join(log.kept());
    Instant dropped = null;
    Instant oldest = null;
    for (int p = 0; p < kept.begin().partitions(); p++) {
      boolean empty = kept.begin().get(p) >= kept.end().get(p);
      Instant first = empty ? null : first(p, kept.begin().get(p));
      if (kept.begin().get(p) > 0) {
        Instant since = first == null ? latest : first;
        dropped = dropped == null || since.isAfter(dropped) ? since : dropped;
      } else if (first != null && (oldest == null || first.isBefore(oldest))) {
        // Nothing of it was dropped, but the topic itself may be younger than the history.
        oldest = first;
      }
    }
    Instant horizon = dropped != null ? dropped : oldest == null ? latest : oldest;
    return horizon.isAfter(latest) ? latest : horizon;
  }

  private Instant first(int partition, long offset) {
    return join(log.read(partition, offset)).records().stream()
        .filter(record -> record.offset() >= offset)
        .findFirst()
        .map(record -> Instant.ofEpochMilli(record.timestamp()))
        .orElse(null);
  }

  /** Where to begin in order to have all that was published at that time or later. */
  Position at(Instant time) {
    Instant early = time.minus(MARGIN);
    return older.at(early.isBefore(Instant.EPOCH) ? Instant.EPOCH : early);
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ChangesUnavailableException known) {
        throw known;
      }
      throw e;
    }
  }
}
