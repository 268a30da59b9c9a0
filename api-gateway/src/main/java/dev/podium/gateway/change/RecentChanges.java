package dev.podium.gateway.change;

import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Reads pages of changes from the topic, its partitions merged by time. */
@ApplicationScoped
class RecentChanges {

  private static final long PAGE_BYTES = 8 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ChangeLog log;

  RecentChanges(ChangeLog log) {
    this.log = log;
  }

  /** Something behind a position is kept no more. */
  static final class ExpiredException extends Exception {
    private static final long serialVersionUID = 1;

    ExpiredException(int partition, long wanted, long kept) {
      super(
          "of partition %d what follows %d is kept from %d on only"
              .formatted(partition, wanted, kept));
    }
  }

  /**
   * Reads a page: until it is full, or there are no more, or it takes too long.
   *
   * @throws ExpiredException if some of it is kept no more
   * @throws ChangesUnavailableException if Kafka does not answer
   */
  Found read(Position from, Predicate<ChangeFacts> filter, int size) throws ExpiredException {
    Instant begun = Instant.now();
    Position end = log.end();
    List<Source> sources =
        IntStream.range(0, end.partitions())
            .mapToObj(p -> new Source(p, from.get(p), end.get(p)))
            .toList();
    List<RawValue> items = new ArrayList<>();
    Instant last = begun;
    long bytes = 0;
    while (items.size() < size && bytes < PAGE_BYTES) {
      Optional<Source> oldest = oldest(sources);
      if (oldest.isEmpty()) {
        return new Found(items, false, new Place.Recent(position(sources), begun));
      }
      ChangeRecord next = oldest.get().take();
      last = Instant.ofEpochMilli(next.timestamp());
      if (filter.test(next.facts()) && !log.hides(next.facts())) {
        items.add(next.raw());
        bytes += next.size();
      } else if (Instant.now().isAfter(begun.plus(PATIENCE))) {
        break;
      }
    }
    boolean more = oldest(sources).isPresent();
    return new Found(items, more, new Place.Recent(position(sources), more ? last : begun));
  }

  private Optional<Source> oldest(List<Source> sources) throws ExpiredException {
    for (Source source : sources) {
      source.fill();
    }
    return sources.stream()
        .filter(source -> !source.ahead.isEmpty())
        .min(Comparator.comparingLong(source -> source.ahead.peek().timestamp()));
  }

  private static Position position(List<Source> sources) {
    return new Position(sources.stream().mapToLong(source -> source.offset).toArray());
  }

  /** One partition, up to where it ended at first. */
  private final class Source {

    private final int partition;
    private final long end;
    private final ArrayDeque<ChangeRecord> ahead = new ArrayDeque<>();
    private long offset;
    private long read;

    Source(int partition, long offset, long end) {
      this.partition = partition;
      this.offset = offset;
      this.read = offset;
      this.end = end;
    }

    ChangeRecord take() {
      ChangeRecord next = ahead.remove();
      offset = ahead.isEmpty() ? read : next.offset() + 1;
      return next;
    }

    void fill() throws ExpiredException {
      while (ahead.isEmpty() && read < end) {
        Chunk chunk = chunk();
        if (chunk.first() > read) {
          throw new ExpiredException(partition, read, chunk.first());
        }
        if (chunk.end() <= read) {
          throw new ChangesUnavailableException("the stream is shorter than it was", null);
        }
        chunk.records().stream()
            .filter(one -> one.offset() >= read && one.offset() < end)
            .forEach(ahead::add);
        read = Math.min(end, chunk.end());
        if (ahead.isEmpty()) {
          offset = read;
        }
      }
    }

    private Chunk chunk() {
      try {
        return log.read(partition, read).join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof ChangesUnavailableException known) {
          throw known;
        }
        throw e;
      }
    }
  }
}
