package dev.podium.gateway.change;

import java.util.List;

/**
 * What a partition holds from one offset up to another.
 *
 * @param from the offset that was asked for
 * @param first where what is kept begins; later than {@code from} where records are gone
 * @param end the offset behind the chunk
 * @param whole whether it will not be longer when it is read again
 * @param records those that hold a change
 */
public record Chunk(long from, long first, long end, boolean whole, List<ChangeRecord> records) {

  public Chunk {
    records = List.copyOf(records);
  }

  /** About how many bytes it takes in memory. */
  long bytes() {
    return 100 + records.stream().mapToLong(ChangeRecord::bytes).sum();
  }
}
