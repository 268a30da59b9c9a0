package dev.podium.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Tells in the API's description which fields of a briefing may be null, and which are always
 * there: as the schema of the contract says, since records do not tell.
 */
final class ContractSchemas {

  private static final String FOLDER = "/dev/podium/contracts/schema/";
  private static final String BRIEFING = "briefing.v1.schema.json";
  private static final String CHANGE = "change.v1.schema.json";
  private static final String EXCHANGE = "/$defs/exchange";
  private static final String QUESTION = "/$defs/question/properties";
  private static final String PARTS = "/$defs/answer/properties/parts/items";

  /** Where the contract has what a schema of the description shows. */
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("BriefingView", BRIEFING + '#'),
          Map.entry("Revision", BRIEFING + "#/properties/revision"),
          Map.entry("Parser", BRIEFING + "#/properties/parser"),
          Map.entry("Spokesperson", BRIEFING + "#/properties/spokespersons/items"),
          Map.entry("Exchange", BRIEFING + '#' + EXCHANGE),
          Map.entry("ExchangeView", BRIEFING + '#' + EXCHANGE),
          Map.entry("RevisionView", BRIEFING + '#' + EXCHANGE),
          Map.entry("Question", BRIEFING + "#/$defs/question"),
          Map.entry("Asker", BRIEFING + '#' + QUESTION + "/asker"),
          Map.entry("Outlet", BRIEFING + '#' + QUESTION + "/asker/properties/outlets/items"),
          Map.entry("Answer", BRIEFING + "#/$defs/answer"),
          Map.entry("Part", BRIEFING + '#' + PARTS),
          Map.entry("Speaker", BRIEFING + '#' + PARTS + "/properties/speaker"),
          Map.entry("Change", CHANGE + '#'),
          Map.entry("BriefingRef", CHANGE + "#/properties/briefing"));

  /** The gateway's own fields, in the place of those that it leaves out of what it unwraps. */
  private static final Map<String, Supplier<Schema>> BESIDE_A_BRIEFING =
      new TreeMap<>(
          Map.of(
              "state", () -> ref("State"),
              "leftovers", () -> array(ref("Leftover")),
              "exchanges", () -> array(ref("Exchange"))));

  private final Map<String, JsonNode> contracts = new HashMap<>();

  /** A part of a contract, and whose it is. */
  private record Part(String file, JsonNode node) {

    Part at(String name) {
      return new Part(file, node.path(name));
    }
  }

  void tell(OpenAPI api) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    BESIDE_A_BRIEFING.forEach(
        (name, schema) -> schemas.get("BriefingView").addProperty(name, schema.get()));
    schemas
        .get("Change")
        .addProperty(
            "offsets",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .enumeration(List.of("utf16", "codepoint"))
                .description(
                    "What its offsets count; only where UTF-16 code units were asked for"));
    PLACES.forEach(
        (name, place) -> {
          if (schemas.containsKey(name)) {
            tell(schemas.get(name), object(find(place)));
          }
        });
  }

  private static void tellRequired(Schema schema, String name) {
    if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
      schema.addRequired(name);
    }
  }

  private void tell(Schema schema, Part of) {
    Part properties = of.at("properties");
    for (Map.Entry<String, Schema> shown : List.copyOf(schema.getProperties().entrySet())) {
      String name = shown.getKey();
      if (isNullable(properties.at(name))) {
        schema.addProperty(name, nullable(shown.getValue()));
      }
      for (JsonNode required : of.node().path("required")) {
        if (required.asText().equals(name)) {
          tellRequired(schema, name);
        }
      }
    }
  }

  private Part find(String reference) {
    int hash = reference.indexOf('#');
    String file = reference.substring(0, hash);
    return new Part(
        file,
        contracts.computeIfAbsent(file, ContractSchemas::read).at(reference.substring(hash + 1)));
  }

  private static JsonNode read(String file) {
    try (InputStream in = EventJson.class.getResourceAsStream(FOLDER + file)) {
      return EventJson.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Part resolve(Part part) {
    String reference = part.node().path("$ref").asText();
    if (reference.isEmpty()) {
      return part;
    }
    return find(reference.startsWith("#") ? part.file() + reference : reference);
  }

  private List<Part> choices(Part part) {
    List<Part> choices = new ArrayList<>();
    for (String keyword : List.of("anyOf", "oneOf")) {
      part.node().path(keyword).forEach(choice -> choices.add(new Part(part.file(), choice)));
    }
    return choices;
  }

  /** Of something that may be null, what it is otherwise. */
  private Part object(Part part) {
    Part resolved = resolve(part);
    return choices(resolved).stream()
        .map(this::resolve)
        .filter(choice -> choice.node().has("properties"))
        .findFirst()
        .orElse(resolved);
  }

  private boolean isNullable(Part part) {
    Part resolved = resolve(part);
    JsonNode type = resolved.node().path("type");
    for (JsonNode one : type.isArray() ? type : EventJson.MAPPER.createArrayNode().add(type)) {
      if (one.asText().equals("null")) {
        return true;
      }
    }
    for (JsonNode value : resolved.node().path("enum")) {
      if (value.isNull()) {
        return true;
      }
    }
    return choices(resolved).stream().anyMatch(this::isNullable);
  }

  private static Schema ref(String name) {
    return OASFactory.createSchema().ref("#/components/schemas/" + name);
  }

  private static Schema array(Schema of) {
    return OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(of);
  }

  private static Schema nullable(Schema schema) {
    if (schema.getType() != null) {
      return schema.getType().contains(Schema.SchemaType.NULL)
          ? schema
          : schema.addType(Schema.SchemaType.NULL);
    }
    return schema.getAnyOf() != null
        ? schema
        : OASFactory.createSchema()
            .addAnyOf(schema)
            .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
  }
}
