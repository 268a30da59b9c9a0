package dev.podium.gateway.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The newest changes, as many as fit into a budget of bytes. One thread adds, any number read
 * meanwhile.
 */
final class NewestChanges {

  private final long budget;
  private final ConcurrentSkipListMap<Long, ChangeRecord> inOrder = new ConcurrentSkipListMap<>();
  private final List<ConcurrentSkipListMap<Long, ChangeRecord>> byPartition = new ArrayList<>();
  private volatile Position start;
  private volatile Position end;
  private long sequence;
  private long bytes;

  /**
   * Nothing yet.
   *
   * @param start where the first records come from
   */
  NewestChanges(Position start, long budget) {
    this.start = start;
    this.end = start;
    this.budget = budget;
    for (int i = 0; i < start.partitions(); i++) {
      byPartition.add(new ConcurrentSkipListMap<>());
    }
  }

  /** Adds a record; readers learn of it with {@link #advance}. */
  void add(ChangeRecord added) {
    byPartition.get(added.partition()).put(added.offset(), added);
    bytes += added.bytes();
    sequence++;
    inOrder.put(sequence, added);
    // The newest stays whatever its size, so that those who have seen it know that they missed
    // none.
    while (bytes > budget && inOrder.size() > 1) {
      evict();
    }
  }

  private void evict() {
    Map.Entry<Long, ChangeRecord> oldest = inOrder.firstEntry();
    ChangeRecord gone = oldest.getValue();
    // First that it is not here, then the going.
    start = start.with(gone.partition(), gone.offset() + 1);
    inOrder.remove(oldest.getKey());
    byPartition.get(gone.partition()).remove(gone.offset());
    bytes -= gone.bytes();
  }

  /** All records before this position have been added, or hold no change. */
  void advance(Position read) {
    end = read;
  }

  /** Of each partition the first offset that is here. */
  Position start() {
    return start;
  }

  /** Where all that is here ends. */
  Position end() {
    return end;
  }

  /** The number of the oldest change that is here; that of the next one if there is none. */
  long first() {
    Map.Entry<Long, ChangeRecord> oldest = inOrder.firstEntry();
    return oldest == null ? 1 : oldest.getKey();
  }

  /** The oldest that is here of those behind a number, or null; numbers have no gaps. */
  Map.Entry<Long, ChangeRecord> after(long number) {
    return inOrder.higherEntry(number);
  }

  /**
   * What is here of a partition.
   *
   * @return null if the offset is from before
   */
  Chunk read(int partition, long from, int most) {
    long until = end.get(partition);
    List<ChangeRecord> found = new ArrayList<>();
    for (ChangeRecord one :
        byPartition.get(partition).subMap(from, Math.max(from, until)).values()) {
      if (found.size() == most) {
        until = one.offset();
        break;
      }
      found.add(one);
    }
    return start.get(partition) > from
        ? null
        : new Chunk(from, from, Math.max(from, until), true, found);
  }
}
