package dev.podium.index.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.event.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The definitions of the indices, from {@code schema/*.json}. */
final class Definitions {

  private static final String FOLDER = "/schema/";

  private final SchemaSettings settings;

  Definitions(SchemaSettings settings) {
    this.settings = settings;
  }

  /** What an index of a generation is made of: the body of its creation. */
  ObjectNode of(Generation generation, Kind kind, Analysis analysis) {
    ObjectNode definition = read(kind.alias());
    definition.putObject("aliases").putObject(generation.own(kind));
    definition.withObject("/mappings/_meta").put("analysis", analysis.code());
    ObjectNode index = definition.withObject("/settings");
    index
        .put("index.number_of_shards", settings.shards())
        .put("index.auto_expand_replicas", settings.replicas())
        .put("index.refresh_interval", settings.refresh().toMillis() + "ms");
    if (analysis == Analysis.SETTINGS) {
      index.setAll(read("settings-full"));
    }
    return definition;
  }

  /** The number of the definition that this program writes for. */
  int number(Kind kind) {
    JsonNode number = read(kind.alias()).at("/mappings/_meta/definition");
    return number.asInt();
  }

  private static ObjectNode read(String name) {
    try (InputStream in = Definitions.class.getResourceAsStream(FOLDER + name + ".json")) {
      return (ObjectNode) EventJson.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
