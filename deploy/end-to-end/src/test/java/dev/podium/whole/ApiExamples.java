package dev.podium.whole;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses that the API's description has examples of, as a reader of it would try them. */
final class ApiExamples {

  /** What is made or grows only while somebody works with the stack. */
  private static final List<String> NOT_THERE_YET =
      List.of(
          "/v1/dead-letters/{id}",
          "/v1/erasures/{id}",
          "/v1/reports/{id}",
          "/v1/exchanges/{id}/revisions/{version}");

  /** Of every GET that ends, with what it cannot do without. */
  static List<String> of(JsonNode description) {
    List<String> addresses = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      JsonNode get = path.getValue().path("get");
      if (!get.isMissingNode()
          && !NOT_THERE_YET.contains(path.getKey())
          && !get.path("responses").path("200").path("content").has("text/event-stream")) {
        addresses.add(
            address(path.getKey(), get, path.getValue(), description)
                + query(get, description, true));
      }
    }
    return addresses.stream().filter(address -> !address.contains("{")).toList();
  }

  /**
   * A request with a body.
   *
   * @param headers with the body's type
   */
  record Sent(String address, Map<String, String> headers, String body) {}

  /** Of every POST that has an example of its body and needs nothing that is not there yet. */
  static List<Sent> sent(JsonNode description) {
    List<Sent> requests = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      JsonNode post = path.getValue().path("post");
      JsonNode body = resolve(post.path("requestBody"), description);
      for (Map.Entry<String, JsonNode> content : body.path("content").properties()) {
        JsonNode example = example(content.getValue());
        if (!example.isMissingNode()) {
          Map<String, String> headers = given(post, "header", description, false);
          headers.put("Content-Type", content.getKey());
          requests.add(
              new Sent(
                  address(path.getKey(), post, path.getValue(), description)
                      + query(post, description, false),
                  headers,
                  example.isTextual() ? example.asText() : example.toString()));
        }
      }
    }
    return requests.stream().filter(request -> !request.address().contains("{")).toList();
  }

  private static JsonNode example(JsonNode content) {
    Iterator<JsonNode> named = content.path("examples").elements();
    return named.hasNext() ? named.next().path("value") : content.path("example");
  }

  private static String query(JsonNode operation, JsonNode description, boolean onlyRequired) {
    Map<String, String> given = given(operation, "query", description, onlyRequired);
    return given.isEmpty()
        ? ""
        : given.entrySet().stream()
            .map(one -> one.getKey() + '=' + URLEncoder.encode(one.getValue(), UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static Map<String, String> given(
      JsonNode operation, String place, JsonNode description, boolean onlyRequired) {
    Map<String, String> given = new LinkedHashMap<>();
    for (JsonNode one : operation.path("parameters")) {
      JsonNode parameter = resolve(one, description);
      if (parameter.path("in").asText().equals(place)
          && parameter.has("example")
          && (!onlyRequired || parameter.path("required").asBoolean())) {
        given.put(parameter.path("name").asText(), parameter.path("example").asText());
      }
    }
    return given;
  }

  private static JsonNode resolve(JsonNode given, JsonNode description) {
    return given.has("$ref") ? description.at(given.path("$ref").asText().substring(1)) : given;
  }

  private static String address(String path, JsonNode get, JsonNode item, JsonNode description) {
    String address = path;
    for (JsonNode given : parameters(get, item)) {
      JsonNode parameter = resolve(given, description);
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
