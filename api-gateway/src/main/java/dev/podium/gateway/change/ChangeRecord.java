package dev.podium.gateway.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.event.MalformedEventException;
import java.nio.charset.StandardCharsets;

/**
 * A change at its place in the topic.
 *
 * @param timestamp when it was published, in milliseconds since 1970
 * @param json the change, without line breaks
 * @param size of the JSON in UTF-8
 */
public record ChangeRecord(
    int partition, long offset, long timestamp, ChangeFacts facts, String json, int size) {

  /** About what a record takes in memory beside its JSON. */
  private static final int FACTS_BYTES = 600;

  /**
   * Reads what the topic holds.
   *
   * @throws MalformedEventException if it is no change
   */
  static ChangeRecord read(int partition, long offset, long timestamp, byte[] value) {
    if (value == null) {
      throw new MalformedEventException("the record has no value");
    }
    Change change = EventJson.read(value, Change.class);
    if (change.id() == null
        || change.kind() == null
        || change.cause() == null
        || change.recordedAt() == null
        || change.briefing() == null) {
      throw new MalformedEventException(
          "the change has no id, kind, cause, recordedAt or briefing");
    }
    return new ChangeRecord(
        partition, offset, timestamp, ChangeFacts.of(change), line(value), value.length);
  }

  // A line break would end an event's data.
  private static String line(byte[] value) {
    String json = new String(value, StandardCharsets.UTF_8);
    boolean broken = json.indexOf('\n') >= 0 || json.indexOf('\r') >= 0;
    return broken
        ? new String(EventJson.write(EventJson.read(value, JsonNode.class)), StandardCharsets.UTF_8)
        : json;
  }

  /** About how many bytes it takes in memory. */
  long bytes() {
    return size + (long) FACTS_BYTES;
  }

  /** The change as a part of an answer in JSON. */
  RawValue raw() {
    return new RawValue(json);
  }
}
