package dev.podium.index.rebuild;

import dev.podium.contracts.event.UtcMillis;
import dev.podium.index.compare.ComparisonReport;
import java.time.Instant;
import java.util.List;

/**
 * A generation.
 *
 * @param state {@code serving}, {@code recovering} (it serves because all others are lost, and is
 *     not through), {@code building}, {@code comparing}, {@code handing-over}, {@code different}
 *     (it was not as the serving one) or {@code standby}
 * @param serving whether readers see it
 * @param publishing whether what is indexed into it is published as changes
 * @param missing what is in the way of indexing, or null
 * @param group the consumer group that fills it
 * @param position null where Kafka does not tell
 * @param startedAt when somebody asked for it to serve, or null
 * @param compared briefings so far
 * @param comparison the last one that is through, or null
 * @param indexes those of it that are there
 */
public record GenerationView(
    int generation,
    String state,
    boolean serving,
    boolean publishing,
    String missing,
    String group,
    PositionView position,
    @UtcMillis Instant startedAt,
    long compared,
    ComparisonReport comparison,
    List<IndexView> indexes) {

  /**
   * How far it has read the topic.
   *
   * @param read the offsets of all partitions, added up
   * @param end what that will be
   * @param lag records that are left
   */
  public record PositionView(long read, long end, long lag) {}

  /**
   * An index.
   *
   * @param aliased whether the alias is of this index
   * @param definition that the index was made with
   * @param currentDefinition that this program would make it with; a higher one asks for a rebuild
   * @param analysis where the analyzers come from: {@code plugin} or {@code full}
   * @param documents null where Elasticsearch does not tell
   */
  public record IndexView(
      String name,
      String alias,
      boolean aliased,
      int definition,
      int currentDefinition,
      String analysis,
      Long documents) {}
}
