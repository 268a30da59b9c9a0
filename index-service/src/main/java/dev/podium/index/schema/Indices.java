package dev.podium.index.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/** Asks Elasticsearch for indices and aliases, and makes them. */
@ApplicationScoped
class Indices {

  private static final int NOT_FOUND = 404;

  private final RestClient client;

  Indices(RestClient client) {
    this.client = client;
  }

  /** The plugins of each node, the modules among them. */
  List<Set<String>> plugins() {
    List<Set<String>> plugins = new ArrayList<>();
    for (JsonNode node : ask("GET", "/_nodes/plugins", null).orElseThrow().path("nodes")) {
      Set<String> names = new HashSet<>();
      node.path("plugins").forEach(plugin -> names.add(plugin.path("name").asText()));
      node.path("modules").forEach(module -> names.add(module.path("name").asText()));
      plugins.add(names);
    }
    return plugins;
  }

  /** The metadata that an index was made with; empty if there is no such index. */
  Optional<JsonNode> metadata(String index) {
    return ask("GET", '/' + index + "/_mapping", null)
        .map(found -> found.path(index).path("mappings").path("_meta"));
  }

  /** Makes an index, unless another instance was faster. */
  void create(String index, ObjectNode definition) {
    if (metadata(index).isPresent()) {
      return;
    }
    try {
      ask("PUT", '/' + index, definition);
    } catch (SchemaException e) {
      if (metadata(index).isEmpty()) {
        throw e;
      }
    }
  }

  /** The indices behind an alias. */
  Set<String> behind(String alias) {
    Set<String> indices = new HashSet<>();
    ask("GET", "/_alias/" + alias, null)
        .ifPresent(f -> f.fieldNames().forEachRemaining(indices::add));
    return indices;
  }

  /** Points an alias at an index, and at no other. */
  void point(String alias, String index) {
    ObjectNode body = EventJson.MAPPER.createObjectNode();
    body.putArray("actions").addObject().putObject("add").put("alias", alias).put("index", index);
    ask("POST", "/_aliases", body);
  }

  /** How many documents a search of an index sees. */
  long count(String index) {
    return ask("GET", '/' + index + "/_count", null)
        .map(found -> found.path("count").asLong())
        .orElse(0L);
  }

  private Optional<JsonNode> ask(String method, String path, ObjectNode body) {
    Request request = new Request(method, path);
    if (body != null) {
      request.setJsonEntity(body.toString());
    }
    try {
      Response response = client.performRequest(request);
      return Optional.of(EventJson.MAPPER.readTree(response.getEntity().getContent()));
    } catch (ResponseException e) {
      if (e.getResponse().getStatusLine().getStatusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw new SchemaException("Elasticsearch: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new SchemaException("Elasticsearch cannot be reached: " + e.getMessage(), e);
    }
  }
}
