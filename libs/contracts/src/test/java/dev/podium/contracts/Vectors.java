package dev.podium.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The frozen tables of cases under {@code vectors/}, which were computed by another program. */
public final class Vectors {

  /** The rows of a table; never none. */
  public static Stream<JsonNode> rows(String table) {
    JsonNode rows = read("/dev/podium/contracts/vectors/" + table + ".json");
    if (rows.isEmpty()) {
      throw new IllegalStateException("no rows in " + table);
    }
    return StreamSupport.stream(rows.spliterator(), false);
  }

  /** A JSON resource. */
  public static JsonNode read(String resource) {
    try (InputStream in = Vectors.class.getResourceAsStream(resource)) {
      return EventJson.MAPPER.readTree(Objects.requireNonNull(in, resource));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** The field's text, null where it is JSON null. */
  public static String text(JsonNode row, String field) {
    JsonNode value = row.required(field);
    return value.isNull() ? null : value.textValue();
  }

  private Vectors() {}
}
