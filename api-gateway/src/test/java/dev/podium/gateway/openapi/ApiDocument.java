package dev.podium.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The API's description, as a client reads it. */
public final class ApiDocument {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<JsonNode, Schema> schemas = new HashMap<>();
  private final JsonNode document;
  private final JsonNode strictComponents;

  private ApiDocument(JsonNode document) {
    this.document = document;
    this.strictComponents = strict(document.path("components").deepCopy());
  }

  public static ApiDocument read() throws JsonProcessingException {
    String text = RestAssured.given().accept("application/json").get("/openapi").asString();
    return new ApiDocument(JSON.readTree(text));
  }

  /**
   * A parameter of an operation.
   *
   * @param in {@code query}, {@code path} or {@code header}
   */
  public record Parameter(String name, String in, JsonNode schema, JsonNode example) {}

  /**
   * What is done by a method at a path.
   *
   * @param text its description; empty where it has none
   * @param isPassedOn whether a service answers it
   */
  public record Operation(
      String id,
      String method,
      String path,
      String text,
      List<Parameter> parameters,
      JsonNode body,
      JsonNode responses,
      boolean isPassedOn) {

    @Override
    public String toString() {
      return id;
    }
  }

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            operations.add(
                                operation(path.getKey(), method.getKey(), method.getValue()));
                          }
                        }));
    return operations;
  }

  private Operation operation(String path, String method, JsonNode described) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode given : described.path("parameters")) {
      JsonNode parameter = resolve(given);
      parameters.add(
          new Parameter(
              parameter.path("name").asText(),
              parameter.path("in").asText(),
              resolve(parameter.path("schema")),
              parameter.path("example")));
    }
    return new Operation(
        described.path("operationId").asText(),
        method.toUpperCase(java.util.Locale.ROOT),
        path,
        described.path("description").asText(),
        parameters,
        resolve(described.path("requestBody")),
        described.path("responses"),
        described.has("x-served-by"));
  }

  /** What it is that a reference leads to; anything else is itself. */
  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  /** References that lead nowhere. */
  List<String> brokenReferences() {
    return document.findValuesAsText("$ref").stream()
        .filter(reference -> document.at(reference.substring(1)).isMissingNode())
        .distinct()
        .toList();
  }

  /** The description of an answer in a media type; missing where there is none. */
  JsonNode content(Operation operation, int status, String mediaType) {
    JsonNode response = resolve(operation.responses().path(Integer.toString(status)));
    return response.path("content").path(mediaType);
  }

  /** What of an answer is not as its schema says; none if all is. */
  List<String> errors(JsonNode schema, JsonNode answer) {
    return schemas
        .computeIfAbsent(schema, this::schema)
        .validate(
            answer,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private Schema schema(JsonNode schema) {
    ObjectNode whole = JSON.createObjectNode().put("$schema", DIALECT);
    whole.set("components", strictComponents);
    whole.putArray("allOf").add(strict(schema.deepCopy()));
    return registry.getSchema(whole);
  }

  /** What is not described is wrong here, though readers are to ignore it. */
  private static JsonNode strict(JsonNode schema) {
    if (schema.isObject() && schema.path("properties").isObject()) {
      ObjectNode object = (ObjectNode) schema;
      if (!object.has("additionalProperties")) {
        object.put("additionalProperties", false);
      }
    }
    schema.forEach(ApiDocument::strict);
    return schema;
  }
}
