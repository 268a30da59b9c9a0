package dev.podium.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The addresses that the API's description has examples of, as a reader of it would try them. */
final class ApiExamples {

  /** What is made or grows only while somebody works with the stack. */
  private static final List<String> NOT_THERE_YET =
      List.of("/v1/erasures/{id}", "/v1/reports/{id}", "/v1/exchanges/{id}/revisions/{version}");

  /** Of every GET whose path needs something, and of those that need nothing but end. */
  static List<String> of(JsonNode description) {
    List<String> addresses = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      JsonNode get = path.getValue().path("get");
      if (!get.isMissingNode()
          && !NOT_THERE_YET.contains(path.getKey())
          && !get.path("responses").path("200").path("content").has("text/event-stream")) {
        addresses.add(address(path.getKey(), get, path.getValue(), description));
      }
    }
    return addresses.stream().filter(address -> !address.contains("{")).toList();
  }

  private static String address(String path, JsonNode get, JsonNode item, JsonNode description) {
    String address = path;
    for (JsonNode given : parameters(get, item)) {
      JsonNode parameter =
          given.has("$ref") ? description.at(given.path("$ref").asText().substring(1)) : given;
      if (parameter.path("in").asText().equals("path") && parameter.has("example")) {
        address =
            address.replace(
                '{' + parameter.path("name").asText() + '}', parameter.path("example").asText());
      }
    }
    return address;
  }

  private static List<JsonNode> parameters(JsonNode get, JsonNode item) {
    return Stream.of(get, item)
        .flatMap(
            one -> {
              List<JsonNode> all = new ArrayList<>();
              one.path("parameters").forEach(all::add);
              return all.stream();
            })
        .toList();
  }

  private ApiExamples() {}
}
