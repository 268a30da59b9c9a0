package dev.podium.gateway.change;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.time.Instant;
import java.util.List;

/** Where a list of changes goes on; what its cursor holds. */
sealed interface Place {

  /**
   * In the topic.
   *
   * @param seen what was published before that time has been passed
   */
  record Recent(Position position, Instant seen) implements Place {}

  /**
   * In what is older than the topic.
   *
   * @param since when what comes next was recorded, or earlier
   * @param cursor of index-service, or null at the beginning
   */
  record Past(Instant since, String cursor) implements Place {}

  /** The place as a cursor's values. */
  static List<FieldValue> write(Place place) {
    return switch (place) {
      case Recent(Position position, Instant seen) ->
          List.of(FieldValue.of(position.toString()), FieldValue.of(seen.toEpochMilli()));
      case Past(Instant since, String cursor) ->
          List.of(
              FieldValue.NULL,
              FieldValue.of(since.toEpochMilli()),
              cursor == null ? FieldValue.NULL : FieldValue.of(cursor));
    };
  }

  /**
   * The place of a cursor's values.
   *
   * @throws PositionException if the topic has other partitions by now
   */
  static Place read(List<FieldValue> values, int partitions) throws PositionException {
    Instant time = Instant.ofEpochMilli(values.get(1).longValue());
    if (values.getFirst().isNull()) {
      return new Past(time, values.get(2).isNull() ? null : values.get(2).stringValue());
    }
    return new Recent(Position.parse(values.getFirst().stringValue(), partitions), time);
  }
}
