package dev.podium.gateway.change;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a reader of the changes is: of each partition of the topic, the offset of the record that
 * comes next. Written as {@code 0:17,1:9}.
 */
public final class Position {

  private static final Pattern PART = Pattern.compile("([0-9]{1,4}):([0-9]{1,18})");

  private final long[] offsets;

  Position(long... offsets) {
    this.offsets = offsets.clone();
  }

  /**
   * Reads a position. A partition that it does not name is read from its beginning.
   *
   * @param partitions how many there are
   * @throws PositionException saying what is wrong
   */
  public static Position parse(String text, int partitions) throws PositionException {
    long[] offsets = new long[partitions];
    boolean[] named = new boolean[partitions];
    for (String part : text.split(",", -1)) {
      Matcher matcher = PART.matcher(part);
      if (!matcher.matches()) {
        throw new PositionException(
            "'" + part + "' is no partition and offset such as 0:17; the id of an event is one");
      }
      int partition = Integer.parseInt(matcher.group(1));
      if (partition >= partitions) {
        throw new PositionException(
            "there is no partition " + partition + "; they are 0 to " + (partitions - 1));
      }
      if (named[partition]) {
        throw new PositionException("the partition " + partition + " is named twice");
      }
      named[partition] = true;
      offsets[partition] = Long.parseLong(matcher.group(2));
    }
    return new Position(offsets);
  }

  /** How many partitions there are. */
  public int partitions() {
    return offsets.length;
  }

  /** The offset that comes next in a partition. */
  public long get(int partition) {
    return offsets[partition];
  }

  /** The same, but for one partition. */
  public Position with(int partition, long offset) {
    Position changed = new Position(offsets);
    changed.offsets[partition] = offset;
    return changed;
  }

  /** Whether it is behind another one in any partition. */
  public boolean isBeyond(Position end) {
    for (int partition = 0; partition < offsets.length; partition++) {
      if (offsets[partition] > end.offsets[partition]) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Position position && Arrays.equals(offsets, position.offsets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(offsets);
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(",");
    for (int partition = 0; partition < offsets.length; partition++) {
      text.add(partition + ":" + offsets[partition]);
    }
    return text.toString();
  }
}
