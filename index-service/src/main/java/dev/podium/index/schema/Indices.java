package dev.podium.index.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks Elasticsearch for indices and aliases, and makes them. */
@ApplicationScoped
class Indices {

  private static final String ALL =
      Arrays.stream(Kind.values())
          .map(kind -> kind.alias() + "-*")
          .collect(Collectors.joining(","));
  private static final Pattern NAME = Pattern.compile("([a-z]+)-(\\d{1,9})");

  private final ElasticsearchCalls calls;

  Indices(ElasticsearchCalls calls) {
    this.calls = calls;
  }

  /** The plugins of each node, the modules among them. */
  List<Set<String>> plugins() {
    List<Set<String>> plugins = new ArrayList<>();
    for (JsonNode node : calls.require("GET", "/_nodes/plugins", null).path("nodes")) {
      Set<String> names = new HashSet<>();
      node.path("plugins").forEach(plugin -> names.add(plugin.path("name").asText()));
      node.path("modules").forEach(module -> names.add(module.path("name").asText()));
      plugins.add(names);
    }
    return plugins;
  }

  /** All generations of which there is an index. */
  Generations generations() {
    String path =
        '/' + ALL + "?expand_wildcards=open,closed&filter_path=*.aliases,*.mappings._meta";
    Map<Integer, Map<Kind, IndexFacts>> found = new TreeMap<>();
    calls
        .require("GET", path, null)
        .properties()
        .forEach(
            entry -> {
              Matcher name = NAME.matcher(entry.getKey());
              if (name.matches()) {
                Kind.ofAlias(name.group(1))
                    .ifPresent(
                        kind ->
                            found
                                .computeIfAbsent(
                                    Integer.valueOf(name.group(2)), n -> new EnumMap<>(Kind.class))
                                .put(kind, facts(entry.getKey(), entry.getValue())));
              }
            });
    return new Generations(
        found.entrySet().stream()
            .map(entry -> new GenerationState(new Generation(entry.getKey()), entry.getValue()))
            .toList());
  }

  private static IndexFacts facts(String name, JsonNode index) {
    Set<String> aliases = new HashSet<>();
    index.path("aliases").fieldNames().forEachRemaining(aliases::add);
    return new IndexFacts(name, aliases, index.path("mappings").path("_meta"));
  }

  /** The metadata that an index was made with; empty if there is no such index. */
  Optional<JsonNode> metadata(String index) {
    return calls
        .ask("GET", '/' + index + "/_mapping", null)
        .map(found -> found.path(index).path("mappings").path("_meta"));
  }

  /** Replaces the metadata of an index. */
  void describe(String index, ObjectNode metadata) {
    ObjectNode body = EventJson.MAPPER.createObjectNode();
    body.set("_meta", metadata);
    calls.require("PUT", '/' + index + "/_mapping", body);
  }

  /** Makes an index, unless another instance was faster. */
  void create(String index, ObjectNode definition) {
    if (metadata(index).isPresent()) {
      return;
    }
    try {
      createNew(index, definition);
    } catch (SchemaException e) {
      if (metadata(index).isEmpty()) {
        throw e;
      }
    }
  }

  /**
   * Makes an index.
   *
   * @throws SchemaException also if it is there
   */
  void createNew(String index, ObjectNode definition) {
    calls.require("PUT", '/' + index, definition);
  }

  /** Removes the indices of a generation, all at once. */
  void remove(Generation generation) {
    calls.require("DELETE", '/' + generation.indices() + "?ignore_unavailable=true", null);
  }

  /** Lets searches see all that is written. */
  void refresh(Generation generation) {
    calls.refresh(generation.indices());
  }

  /** The indices behind an alias. */
  Set<String> behind(String alias) {
    Set<String> indices = new HashSet<>();
    calls
        .ask("GET", "/_alias/" + alias, null)
        .ifPresent(found -> found.fieldNames().forEachRemaining(indices::add));
    return indices;
  }

  /**
   * Changes aliases, all or none.
   *
   * @throws SchemaException also if one that is to be removed is not there any more
   */
  void change(AliasActions actions) {
    calls.require("POST", "/_aliases", actions.json());
  }
}
