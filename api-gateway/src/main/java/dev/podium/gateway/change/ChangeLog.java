package dev.podium.gateway.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The topic of changes as one log: the newest from memory, older ones from Kafka. */
@ApplicationScoped
public class ChangeLog {

  private static final int TOGETHER = 256;

  private final ChangeTail tail;
  private final OlderChanges older;
  private final ErasedChanges erased;

  ChangeLog(ChangeTail tail, OlderChanges older, ErasedChanges erased) {
    this.tail = tail;
    this.older = older;
    this.erased = erased;
  }

  /**
   * Where the log ends.
   *
   * @throws ChangesUnavailableException if Kafka has never been reached
   */
  public Position end() {
    return tail.newest().end();
  }

  /** A partition of which the next record is not in memory, or -1. */
  public int older(Position position) {
    Position start = tail.newest().start();
    for (int partition = 0; partition < position.partitions(); partition++) {
      if (position.get(partition) < start.get(partition)) {
        return partition;
      }
    }
    return -1;
  }

  /** The number of the oldest change that is in memory. */
  public long first() {
    return tail.newest().first();
  }

  /**
   * The next change in memory behind a number, with its own, or null. Where it is not the following
   * number, those between are in memory no more.
   */
  public Map.Entry<Long, ChangeRecord> after(long number) {
    return tail.newest().after(number);
  }

  /**
   * What a partition holds from an offset on, or a part of it.
   *
   * @return a chunk that may begin before the offset; fails with {@link
   *     ChangesUnavailableException}
   */
  public CompletableFuture<Chunk> read(int partition, long offset) {
    Chunk known = tail.newest().read(partition, offset, TOGETHER);
    return known == null ? older.read(partition, offset) : CompletableFuture.completedFuture(known);
  }

  /** Whether a change that is here must not be told, since what it quotes was erased. */
  public boolean hides(ChangeFacts facts) {
    return erased.hides(facts);
  }

  /** Of each partition the first offset that Kafka keeps, and the one behind the last. */
  public CompletableFuture<KeptChanges> kept() {
    return older.kept();
  }
}
