package dev.podium.gateway.stream;

import dev.podium.contracts.event.EventJson;
import dev.podium.gateway.change.ChangeLog;
import dev.podium.gateway.change.Chunk;
import dev.podium.gateway.change.KeptChanges;
import dev.podium.gateway.change.Position;
import dev.podium.gateway.stream.ServerSentEvents.Reset;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Finds where a stream can begin, if not where its client was, and what to tell it then. */
@ApplicationScoped
class Resets {

  /** Clocks of those who publish differ a little. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** So long the same answer does for all who come back together. */
  private static final Duration RECENT = Duration.ofSeconds(1);

  private final ChangeLog log;
  private volatile Answer last;

  Resets(ChangeLog log) {
    this.log = log;
  }

  /**
   * Where a stream begins.
   *
   * @param reset what its client has to know first, or null
   */
  record Begin(Position from, Reset reset) {}

  /**
   * Looks what is kept.
   *
   * @param changes the beginning of the address of the changes, to which {@code since} is added
   * @return fails with {@link dev.podium.gateway.change.ChangesUnavailableException}
   */
  CompletableFuture<Begin> look(Position wanted, String changes) {
    return recent()
        .thenCompose(
            kept ->
                wanted.isBeyond(kept.end()) ? log.kept() : CompletableFuture.completedFuture(kept))
        .thenCompose(kept -> look(wanted, kept, changes));
  }

  private record Answer(CompletableFuture<KeptChanges> kept, long asked) {}

  private CompletableFuture<KeptChanges> recent() {
    Answer known = last;
    long now = System.nanoTime();
    if (known == null
        || now - known.asked() > RECENT.toNanos()
        || known.kept().isCompletedExceptionally()) {
      known = new Answer(log.kept(), now);
      last = known;
    }
    return known.kept();
  }

  private CompletableFuture<Begin> look(Position wanted, KeptChanges kept, String changes) {
    Position from = wanted;
    boolean unknown = false;
    for (int p = 0; p < wanted.partitions(); p++) {
      boolean beyond = wanted.get(p) > kept.end().get(p);
      unknown |= beyond;
      if (beyond || wanted.get(p) < kept.begin().get(p)) {
        from = from.with(p, kept.begin().get(p));
      }
    }
    if (from.equals(wanted)) {
      return CompletableFuture.completedFuture(new Begin(from, null));
    }
    Position begin = from;
    if (unknown) {
      return CompletableFuture.completedFuture(new Begin(begin, unknown(changes)));
    }
    return lastSeen(wanted, kept).thenApply(seen -> new Begin(begin, expired(changes, seen)));
  }

  /**
   * A time at which the client had seen all from before it: when the last record that it has seen
   * was published, of those that are still kept.
   */
  private CompletableFuture<Instant> lastSeen(Position wanted, KeptChanges kept) {
    CompletableFuture<Instant> latest = CompletableFuture.completedFuture(Instant.EPOCH);
    for (int p = 0; p < wanted.partitions(); p++) {
      long last = wanted.get(p) - 1;
      if (last >= kept.begin().get(p)) {
        latest =
            latest.thenCombine(
                log.read(p, last).thenApply(chunk -> published(chunk, last)),
                (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    return latest;
  }

  private static Instant published(Chunk chunk, long offset) {
    return chunk.records().stream()
        .filter(record -> record.offset() == offset)
        .map(record -> Instant.ofEpochMilli(record.timestamp()).minus(MARGIN))
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  /** Told where records went away while the client was on its way to them. */
  static Reset expired(String changes) {
    return expired(changes, Instant.EPOCH);
  }

  private static Reset expired(String changes, Instant since) {
    return new Reset(
        "expired",
        "some changes behind this position are not in the stream any more; `changes` has them,"
            + " and with the time when you last heard from the stream as `since` no more than them",
        changes + "since=" + EventJson.utcMillis(since));
  }

  private static Reset unknown(String changes) {
    return new Reset(
        "unknown",
        "there is no such position in the stream, which may have been made anew; it goes on from"
            + " its beginning",
        changes + "since=" + EventJson.utcMillis(Instant.EPOCH));
  }
}
