package dev.podium.ingest.publish;

import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.util.List;

/**
 * A replay, as the service answers it.
 *
 * @param state {@code running}, {@code done} or {@code stopped}
 * @param reason why it was stopped, or null
 * @param total the revisions that there were when it began
 * @param queued those that were put into the outbox so far
 * @param waiting those of them that Kafka has not acknowledged yet
 */
record ReplayView(
    String source,
    @UtcMillis Instant from,
    @UtcMillis Instant to,
    String state,
    String reason,
    long total,
    long queued,
    long waiting,
    @UtcMillis Instant startedAt,
    @UtcMillis Instant endedAt) {

  static ReplayView of(Object[] columns) {
    return new ReplayView(
        (String) columns[0],
        (Instant) columns[1],
        (Instant) columns[2],
        (String) columns[3],
        (String) columns[4],
        ((Number) columns[5]).longValue(),
        ((Number) columns[6]).longValue(),
        ((Number) columns[7]).longValue(),
        (Instant) columns[8],
        (Instant) columns[9]);
  }

  /** The latest replay of each source. */
  record ReplayList(List<ReplayView> items) {}

  /**
   * What was begun, or would be.
   *
   * @param withoutBody revisions that are left out, since retention has dropped their bodies
   */
  record Begun(boolean dryRun, long revisions, long withoutBody, List<OfSource> sources) {}

  /** The same of one source. */
  record OfSource(String source, long revisions, long withoutBody) {}
}
