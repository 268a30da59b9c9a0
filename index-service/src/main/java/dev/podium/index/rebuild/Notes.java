package dev.podium.index.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.event.UtcMillis;
import dev.podium.index.compare.ComparisonReport;
import dev.podium.index.schema.GenerationState;
import java.time.Instant;

/**
 * What is noted of a generation's way to serve, in Elasticsearch, so that any instance can go on
 * with it.
 *
 * @param startedAt when somebody asked for it
 * @param compare whether it serves only if it is as the one before
 * @param compared briefings so far
 * @param comparison null before it is made
 */
record Notes(
    Phase phase,
    @UtcMillis Instant startedAt,
    boolean compare,
    long compared,
    ComparisonReport comparison) {

  static Notes begin(boolean compare) {
    return new Notes(Phase.BUILDING, Instant.now(), compare, 0, null);
  }

  /** What is noted; null if nothing is. */
  static Notes of(GenerationState state) {
    JsonNode notes = state.notes();
    return notes.isMissingNode() || notes.isNull()
        ? null
        : EventJson.MAPPER.convertValue(notes, Notes.class);
  }

  Notes at(Phase next) {
    return new Notes(next, startedAt, compare, compared, comparison);
  }

  Notes compared(long briefings) {
    return new Notes(phase, startedAt, compare, briefings, comparison);
  }

  Notes with(ComparisonReport report) {
    return new Notes(phase, startedAt, compare, report.equal() + report.more(), report);
  }

  ObjectNode json() {
    return EventJson.MAPPER.valueToTree(this);
  }
}
