package dev.podium.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.identity.PageIds;
import dev.podium.gateway.corpus.Corpus;
import dev.podium.gateway.openapi.ApiDocument.Operation;
import dev.podium.gateway.openapi.ApiDocument.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes requests of operations: some of their values are as described, the others are hostile. */
final class FuzzRequests {

  private static final String EXCHANGE = Corpus.id(Corpus.url(2, "zh"), Corpus.EDITED);
  private static final String BRIEFING = PageIds.of(Corpus.url(2, "zh"));
  private static final int MANY = 60;

  private final ApiDocument document;
  private final Random random;
  private final Hostile hostile;

  FuzzRequests(ApiDocument document, Random random) {
    this.document = document;
    this.random = random;
    this.hostile = new Hostile(random);
  }

  /**
   * A request.
   *
   * @param address path and query
   * @param body null where the method has none
   * @param isAdministrators whether an administrator sends it; otherwise somebody without a key
   */
  record Request(
      Operation operation,
      String address,
      Map<String, String> headers,
      String mediaType,
      String body,
      boolean isAdministrators) {

    /** Whether a client would send the address at all. */
    boolean isWellFormed() {
      try {
        var unused = java.net.URI.create("http://localhost" + address);
        return true;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }

  Request next(List<Operation> operations) {
    Operation operation = hostile.one(operations);
    String path = operation.path();
    StringBuilder query = new StringBuilder();
    Map<String, String> headers = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      switch (parameter.in()) {
        case "path" ->
            path = path.replace("{" + parameter.name() + "}", segment(operation, parameter));
        case "query" -> query(query, parameter);
        default -> header(headers, parameter);
      }
    }
    if (random.nextInt(20) == 0) {
      add(query, encoded(hostile.text()), encoded(hostile.text()));
    }
    String mediaType = mediaType(operation);
    String address = query.isEmpty() ? path : path + '?' + query;
    return new Request(
        operation, address, headers, mediaType, body(operation, mediaType), random.nextInt(4) > 0);
  }

  private String segment(Operation operation, Parameter parameter) {
    String segment = random.nextInt(3) > 0 ? encoded(good(operation, parameter)) : value();
    // Without it, it would be another address.
    return segment.isEmpty() ? "%20" : segment;
  }

  private void query(StringBuilder query, Parameter parameter) {
    int chance = random.nextInt(12);
    if (chance < 2) {
      add(query, parameter.name(), encoded(good(null, parameter)));
    } else if (chance < 4) {
      add(query, parameter.name(), value());
    } else if (chance == 4) {
      for (int i = random.nextInt(MANY); i >= 0; i--) {
        add(query, parameter.name(), encoded(good(null, parameter)));
      }
    }
  }

  private void header(Map<String, String> headers, Parameter parameter) {
    if (random.nextBoolean()) {
      String text = random.nextBoolean() ? good(null, parameter) : hostile.text();
      headers.put(parameter.name(), text.replaceAll("[^ -~]", "~").strip());
    }
  }

  private static void add(StringBuilder query, String name, String value) {
    query.append(query.isEmpty() ? "" : "&").append(name).append('=').append(value);
  }

  private String value() {
    return random.nextInt(15) == 0 ? hostile.brokenEscape() : encoded(hostile.text());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String good(Operation operation, Parameter parameter) {
    // What is read is there; nothing that is done is done to it.
    boolean reads = operation != null && operation.method().equals("GET");
    if (reads && parameter.name().equals("id")) {
      return operation.path().startsWith("/v1/exchanges/") ? EXCHANGE : BRIEFING;
    }
    if (reads && parameter.name().equals("version")) {
      return "1767254400000001";
    }
    return good(parameter.schema(), parameter.example()).asText();
  }

  private JsonNode good(JsonNode described, JsonNode example) {
    JsonNode schema = document.resolve(described);
    if (!example.isMissingNode() && !example.isNull()) {
      return example;
    }
    for (String keyword : List.of("example", "default", "const")) {
      if (schema.has(keyword)) {
        return schema.get(keyword);
      }
    }
    for (String keyword : List.of("examples", "enum")) {
      if (schema.path(keyword).size() > 0) {
        return schema.get(keyword).get(random.nextInt(schema.get(keyword).size()));
      }
    }
    for (String keyword : List.of("anyOf", "oneOf", "allOf")) {
      if (schema.path(keyword).size() > 0) {
        return good(schema.get(keyword).get(0), JsonNodeFactory.instance.missingNode());
      }
    }
    return ofType(schema);
  }

  private JsonNode ofType(JsonNode schema) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    JsonNode type =
        schema.path("type").isArray() ? schema.path("type").get(0) : schema.path("type");
    return switch (type.asText()) {
      case "integer", "number" -> nodes.numberNode(5);
      case "boolean" -> nodes.booleanNode(true);
      case "array" -> nodes.arrayNode().add(good(schema.path("items"), nodes.missingNode()));
      case "object" -> {
        ObjectNode object = nodes.objectNode();
        schema
            .path("properties")
            .properties()
            .forEach(p -> object.set(p.getKey(), good(p.getValue(), nodes.missingNode())));
        yield object;
      }
      default -> nodes.textNode("corée");
    };
  }

  private String mediaType(Operation operation) {
    List<String> types =
        operation.body().path("content").properties().stream().map(Map.Entry::getKey).toList();
    if (types.isEmpty()) {
      return null;
    }
    return random.nextInt(20) == 0 ? "application/x-unknown" : hostile.one(types);
  }

  private String body(Operation operation, String mediaType) {
    if (mediaType == null) {
      return operation.method().equals("GET") ? null : "";
    }
    JsonNode described = operation.body().path("content").path(mediaType);
    JsonNode example = described.path("examples").path(0);
    for (JsonNode one : described.path("examples")) {
      example = one.path("value");
    }
    return hostile.body(
        good(
            described.path("schema"),
            example.isMissingNode() ? described.path("example") : example));
  }
}
