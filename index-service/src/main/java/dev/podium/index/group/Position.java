package dev.podium.index.group;

import java.util.Map;

/**
 * How far a consumer group has read the topic of the briefings.
 *
 * @param committed the offset of the next record to be read, by partition
 * @param ends the offset that the next record will have, by partition
 */
public record Position(Map<Integer, Long> committed, Map<Integer, Long> ends) {

  public Position {
    committed = Map.copyOf(committed);
    ends = Map.copyOf(ends);
  }

  /** How many records are left, at most: those that were compacted away count too. */
  public long lag() {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L)))
        .sum();
  }

  /** Whether all before these offsets has been read. */
  public boolean reaches(Map<Integer, Long> offsets) {
    return offsets.entrySet().stream()
        .allMatch(o -> committed.getOrDefault(o.getKey(), 0L) >= o.getValue());
  }
}
