package dev.podium.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one mapping of a YAML file; whatever is wrong goes to the problems with its line. */
final class YamlMapping {

  private static final int MOST_ITEMS = 100;
  private static final int LONGEST_VALUE = 2048;

  private final String file;
  private final String path;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final SourceProblems problems;

  YamlMapping(String file, String path, MappingNode node, SourceProblems problems) {
    this.file = file;
    this.path = path;
    this.line = lineOf(node);
    this.problems = problems;
    node.getValue().forEach(this::put);
  }

  private void put(NodeTuple tuple) {
    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (key.isEmpty()) {
      problems.add(file, lineOf(tuple.getKeyNode()), path, "a key must be a word");
    } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
      problems.add(file, lineOf(tuple.getKeyNode()), path + key, "is there twice");
    }
  }

  void onlyKeys(Set<String> known) {
    values.forEach(
        (key, node) -> {
          if (!known.contains(key)) {
            problem(key, node, "unknown key; known are " + String.join(", ", known));
          }
        });
  }

  /** A required value; null, with a problem noted, where it is missing or wrong. */
  <T> T required(String key, Function<String, T> reader) {
    if (!has(key)) {
      problems.add(file, line, path + key, "is missing");
      return null;
    }
    return read(key, values.get(key), reader);
  }

  <T> T optional(String key, T otherwise, Function<String, T> reader) {
    return has(key) ? read(key, values.get(key), reader) : otherwise;
  }

  <T> List<T> list(String key, Function<String, T> reader) {
    List<T> items = new ArrayList<>();
    for (Node node : sequence(key)) {
      T item = read(key, node, reader);
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  List<YamlMapping> mappings(String key) {
    List<YamlMapping> items = new ArrayList<>();
    for (Node node : sequence(key)) {
      if (node instanceof MappingNode mapping) {
        items.add(new YamlMapping(file, path + key + '.', mapping, problems));
      } else {
        problem(key, node, "each item must be a mapping of keys to values");
      }
    }
    return items;
  }

  /** The mapping under a key; null, with a problem noted, where it is missing or none. */
  YamlMapping mapping(String key) {
    if (values.get(key) instanceof MappingNode mapping) {
      return new YamlMapping(file, path + key + '.', mapping, problems);
    }
    problems.add(file, line, path + key, "is missing, or no mapping");
    return null;
  }

  void problemAt(String key, String what) {
    problem(key, values.get(key), what);
  }

  boolean has(String key) {
    return values.containsKey(key) && !Tag.NULL.equals(values.get(key).getTag());
  }

  private List<Node> sequence(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (!(values.get(key) instanceof SequenceNode sequence)) {
      problem(key, values.get(key), "must be a list");
      return List.of();
    }
    int size = sequence.getValue().size();
    if (size > MOST_ITEMS) {
      problem(key, sequence, "has " + size + " items; the most are " + MOST_ITEMS);
      return List.of();
    }
    return sequence.getValue();
  }

  private <T> T read(String key, Node node, Function<String, T> reader) {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      problem(key, node, "must be a single value");
      return null;
    }
    int length = scalar.getValue().length();
    if (length > LONGEST_VALUE) {
      problem(key, node, "has " + length + " characters; the most are " + LONGEST_VALUE);
      return null;
    }
    try {
      return reader.apply(scalar.getValue());
    } catch (IllegalArgumentException e) {
      problem(key, node, e.getMessage());
      return null;
    }
  }

  private void problem(String key, Node node, String what) {
    problems.add(file, node == null ? line : lineOf(node), path + key, what);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
