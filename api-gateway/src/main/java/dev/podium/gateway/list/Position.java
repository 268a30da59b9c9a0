package dev.podium.gateway.list;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a page begins.
 *
 * @param point id of the point in time that the pages before were read at, or null
 * @param total how many there were on the first page; negative where nobody counted
 * @param totalExact whether they were all
 * @param seen ids of the first page, where the order of what was read then is not that of the point
 *     in time
 * @param after the sort values behind which to go on; empty at the beginning
 */
public record Position(
    String point, long total, boolean totalExact, List<String> seen, List<FieldValue> after) {

  /** The first page. */
  public static final Position START = new Position(null, -1, false, List.of(), List.of());

  private static final int FACTS = 4;

  public Position {
    seen = List.copyOf(seen);
    after = List.copyOf(after);
  }

  /** Behind an item of a list that nobody counted. */
  public static Position behind(List<FieldValue> after) {
    return new Position(null, -1, false, List.of(), after);
  }

  boolean isStart() {
    return seen.isEmpty() && after.isEmpty();
  }

  /** What a cursor holds. */
  public List<FieldValue> values() {
    List<FieldValue> values = new ArrayList<>();
    values.add(point == null ? FieldValue.NULL : FieldValue.of(point));
    values.add(FieldValue.of(total));
    values.add(FieldValue.of(totalExact ? 1L : 0L));
    values.add(FieldValue.of(String.join(" ", seen)));
    values.addAll(after);
    return values;
  }

  /** Reads what a cursor holds. */
  static Position of(List<FieldValue> values) {
    String seen = values.get(3).stringValue();
    return new Position(
        values.get(0).isNull() ? null : values.get(0).stringValue(),
        values.get(1).longValue(),
        values.get(2).longValue() == 1,
        seen.isEmpty() ? List.of() : List.of(seen.split(" ")),
        values.subList(FACTS, values.size()));
  }
}
