package dev.podium.gateway.stream;

import dev.podium.gateway.change.ChangeLog;
import dev.podium.gateway.change.ChangeRecord;
import dev.podium.gateway.change.Chunk;
import dev.podium.gateway.change.Position;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * How far one reader of the changes is, and what comes next for it: from memory in the order of
 * their arrival, or, if it is behind that, partition by partition from Kafka. For one thread at a
 * time.
 */
final class Progress {

  private static final long NOWHERE = -1;

  private final ChangeLog log;
  private Position position;
  private long number = NOWHERE;
  private Chunk chunk;
  private Iterator<ChangeRecord> inChunk;
  private int partition;

  Progress(ChangeLog log, Position position) {
    this.log = log;
    this.position = position;
  }

  /** Of each partition what comes next; all before it has been passed. */
  Position position() {
    return position;
  }

  /** What has to be read before there can be a next change; null if nothing has. */
  CompletableFuture<Chunk> missing() {
    if (chunk != null || number != NOWHERE) {
      return null;
    }
    long first = log.first();
    partition = log.older(position);
    if (partition < 0) {
      // What is dropped from memory from now on shows as a gap in the numbers.
      number = first - 1;
      return null;
    }
    return log.read(partition, position.get(partition));
  }

  /** What came of reading on. */
  enum Taken {
    /** It can go on. */
    ALL,
    /** It can go on, but some of it is kept no more. */
    REST,
    /** Nothing came, and it has to be read again. */
    NOTHING
  }

  /** Takes what was missing. */
  Taken take(Chunk read) {
    long wanted = position.get(partition);
    if (read.end() <= wanted) {
      return Taken.NOTHING;
    }
    chunk = read;
    inChunk = read.records().iterator();
    return read.first() > wanted ? Taken.REST : Taken.ALL;
  }

  /** The next change, wanted or not, or null if something is missing or there is none yet. */
  ChangeRecord next() {
    return chunk != null ? nextOfChunk() : nextOfMemory();
  }

  private ChangeRecord nextOfChunk() {
    while (inChunk.hasNext()) {
      ChangeRecord one = inChunk.next();
      if (passes(one)) {
        return one;
      }
    }
    position = position.with(partition, Math.max(position.get(partition), chunk.end()));
    chunk = null;
    return null;
  }

  private ChangeRecord nextOfMemory() {
    while (number != NOWHERE) {
      Map.Entry<Long, ChangeRecord> following = log.after(number);
      if (following == null) {
        return null;
      }
      boolean gap = following.getKey() != number + 1;
      number = gap ? NOWHERE : following.getKey();
      if (!gap && passes(following.getValue())) {
        return following.getValue();
      }
    }
    return null;
  }

  /** Whether it has not been passed before, which it is now, and may be told. */
  private boolean passes(ChangeRecord one) {
    boolean isNext = one.offset() >= position.get(one.partition());
    if (isNext) {
      position = position.with(one.partition(), one.offset() + 1);
    }
    return isNext && !log.hides(one.facts());
  }

  /** Whether there is nothing more for now. */
  boolean waits() {
    return chunk == null && number != NOWHERE && log.after(number) == null;
  }
}
