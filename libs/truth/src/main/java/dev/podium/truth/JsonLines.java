package dev.podium.truth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Files of one JSON object a line. */
public final class JsonLines {

  /**
   * Reads all lines but blank ones.
   *
   * @throws InvalidSetException naming the first line that is no JSON object
   */
  public static List<JsonNode> read(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        nodes.add(object(line, file + ": line " + number));
      }
    }
    return nodes;
  }

  static JsonNode object(String json, String place) {
    try {
      JsonNode node = EventJson.MAPPER.readTree(json);
      if (!node.isObject()) {
        throw new InvalidSetException(place + ": is no JSON object");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new InvalidSetException(place + ": is no JSON object", e);
    }
  }

  /** A day, or null where there is none. */
  static LocalDate day(JsonNode node, String place) {
    String text = node.textValue();
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidSetException(place + ": " + text + " is no day such as 2026-01-31", e);
    }
  }

  static String required(JsonNode node, String key, Path file) {
    String text = node.path(key).textValue();
    if (text == null) {
      throw new InvalidSetException(file + ": a line has no " + key + ": " + node);
    }
    return text;
  }

  private JsonLines() {}
}
