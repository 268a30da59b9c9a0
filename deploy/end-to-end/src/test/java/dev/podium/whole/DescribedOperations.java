package dev.podium.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** What a program answers to {@code GET /openapi}, which is made when it is built. */
final class DescribedOperations {

  private static final String JAR = "target/quarkus-app/quarkus/generated-bytecode.jar";
  private static final String ENTRY = "META-INF/quarkus-generated-openapi-doc.JSON";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode document;

  private DescribedOperations(JsonNode document) {
    this.document = document;
  }

  /**
   * An operation.
   *
   * @param service that it is passed on to; empty where the program answers it itself
   * @param query names of its query parameters
   * @param successes statuses
   * @param problems statuses
   * @param fields of its answer in JSON, those within others with a dot; empty where it is not told
   */
  record Operation(
      String method,
      String path,
      String service,
      Set<String> query,
      Set<String> successes,
      Set<String> problems,
      Set<String> fields) {

    String address() {
      return method + ' ' + path;
    }
  }

  static List<Operation> of(String program) throws IOException {
    try (ZipFile built = new ZipFile(ProjectRoot.find().resolve(program).resolve(JAR).toFile());
        InputStream text = built.getInputStream(built.getEntry(ENTRY))) {
      return new DescribedOperations(new ObjectMapper().readTree(text)).all();
    }
  }

  private List<Operation> all() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(
                        method ->
                            operations.add(
                                operation(path.getKey(), path.getValue(), method.getKey()))));
    return operations;
  }

  private Operation operation(String path, JsonNode item, String method) {
    JsonNode operation = item.path(method);
    Predicate<String> isSuccess = status -> status.startsWith("2");
    JsonNode responses = operation.path("responses");
    Set<String> fields = new TreeSet<>();
    responses.properties().stream()
        .filter(response -> isSuccess.test(response.getKey()))
        .map(response -> response.getValue().path("content").path("application/json"))
        .forEach(content -> fields("", content.path("schema"), fields));
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        operation.path("x-served-by").asText(),
        query(operation, item),
        statuses(responses, isSuccess),
        statuses(responses, isSuccess.negate()),
        fields);
  }

  private Set<String> query(JsonNode operation, JsonNode item) {
    return Stream.of(operation, item)
        .flatMap(one -> one.path("parameters").valueStream())
        .map(this::resolve)
        .filter(parameter -> parameter.path("in").asText().equals("query"))
        .map(parameter -> parameter.path("name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> statuses(JsonNode responses, Predicate<String> wanted) {
    return responses.properties().stream()
        .map(Map.Entry::getKey)
        .filter(wanted)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void fields(String before, JsonNode described, Set<String> found) {
    JsonNode schema = resolve(described);
    schema.path("anyOf").forEach(one -> fields(before, one, found));
    if (schema.has("items")) {
      fields(before, schema.path("items"), found);
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String name = before + property.getKey();
              found.add(name);
              fields(name + '.', property.getValue(), found);
            });
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }
}
