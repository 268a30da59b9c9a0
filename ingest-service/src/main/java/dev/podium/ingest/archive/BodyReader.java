package dev.podium.ingest.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Reads bodies that are asked for one after another: several small ones with one look into the
 * database, a large one alone. Holds no more than one such group, compressed.
 */
final class BodyReader {

  private static final int TOGETHER_BYTES = 8 * 1024 * 1024;

  private final Bodies bodies;
  private final Map<String, Integer> sizes;
  private final Deque<String> ahead;
  private Map<String, Bodies.Stored> read = Map.of();

  /**
   * Reads nothing yet.
   *
   * @param hashes in the order in which they will be asked for; others may be asked for as well
   * @param sizes of the bodies, in bytes
   */
  BodyReader(Bodies bodies, Collection<String> hashes, Map<String, Integer> sizes) {
    this.bodies = bodies;
    this.sizes = Map.copyOf(sizes);
    this.ahead = new ArrayDeque<>(new LinkedHashSet<>(hashes));
  }

  /**
   * A body by its hash.
   *
   * @throws DroppedBodyException if retention has dropped it
   */
  byte[] read(String sha256) {
    if (!read.containsKey(sha256)) {
      read = bodies.load(group(sha256));
    }
    return read.get(sha256).bytes();
  }

  private List<String> group(String first) {
    List<String> group = new ArrayList<>(List.of(first));
    ahead.remove(first);
    long bytes = size(first);
    while (!ahead.isEmpty() && bytes + size(ahead.getFirst()) <= TOGETHER_BYTES) {
      bytes += size(ahead.getFirst());
      group.add(ahead.removeFirst());
    }
    return group;
  }

  private int size(String sha256) {
    return sizes.getOrDefault(sha256, 0);
  }
}
