package dev.podium.parse.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file, read key by key; whatever is wrong names the file, line and key. */
public final class Declaration {

  private static final int LARGEST = 4 * 1024 * 1024;

  private final String file;
  private final MappingNode node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Declaration(String file, Node node) {
    this.file = file;
    if (!(node instanceof MappingNode mapping)) {
      throw error(file, node, "", "expected keys and values");
    }
    this.node = mapping;
    for (NodeTuple tuple : mapping.getValue()) {
      String key = scalar(tuple.getKeyNode(), "");
      if (values.put(key, tuple.getValueNode()) != null) {
        throw error(file, tuple.getKeyNode(), key, "stands twice");
      }
    }
  }

  /**
   * Reads a file.
   *
   * @param file name for error messages
   * @throws InvalidDeclarationException if it is no YAML mapping
   */
  public static Declaration read(String file, InputStream stream) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(true);
    options.setMaxAliasesForCollections(0);
    options.setCodePointLimit(LARGEST);
    try (InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      Node root = new Yaml(options).compose(reader);
      if (root == null) {
        throw new InvalidDeclarationException(file + ": the file is empty");
      }
      return new Declaration(file, root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new InvalidDeclarationException(file + ": line " + line + ": " + e.getProblem(), e);
    } catch (YAMLException e) {
      throw new InvalidDeclarationException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /**
   * Refuses keys that nobody reads.
   *
   * @throws InvalidDeclarationException if there is another one than these
   */
  public Declaration onlyKeys(Set<String> known) {
    for (NodeTuple tuple : node.getValue()) {
      String key = scalar(tuple.getKeyNode(), "");
      if (!known.contains(key)) {
        throw error(
            file,
            tuple.getKeyNode(),
            key,
            "is unknown; known are " + known.stream().sorted().toList());
      }
    }
    return this;
  }

  /** The value, which must be there. */
  public String required(String key) {
    String value = optional(key);
    if (value == null || value.isBlank()) {
      throw error(file, node, key, "is missing");
    }
    return value;
  }

  /** The value, or null. */
  public String optional(String key) {
    Node value = values.get(key);
    return value == null ? null : scalar(value, key);
  }

  /** The value read by a function that refuses wrong ones by IllegalArgumentException; or null. */
  public <T> T optional(String key, Function<String, T> reader) {
    Node value = values.get(key);
    return value == null ? null : read(value, key, reader);
  }

  /** The list's values, none if the key is absent; a single value is a list of one. */
  public <T> List<T> list(String key, Function<String, T> reader) {
    List<T> list = new ArrayList<>();
    for (Node item : items(values.get(key))) {
      list.add(read(item, key, reader));
    }
    return List.copyOf(list);
  }

  /** The mappings of a list, none if the key is absent. */
  public List<Declaration> mappings(String key) {
    return items(values.get(key)).stream().map(item -> new Declaration(file, item)).toList();
  }

  /** The mapping under a key; empty if it is absent. */
  public Declaration mapping(String key) {
    Node value = values.get(key);
    return new Declaration(
        file,
        value != null
            ? value
            : new MappingNode(
                org.yaml.snakeyaml.nodes.Tag.MAP,
                true,
                List.of(),
                node.getStartMark(),
                node.getEndMark(),
                org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK));
  }

  /** The keys in the order of the file. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** Something is wrong with the value of this key. */
  public InvalidDeclarationException error(String key, String text) {
    Node value = values.get(key);
    return error(file, value == null ? node : value, key, text);
  }

  private static List<Node> items(Node value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
  }

  private <T> T read(Node value, String key, Function<String, T> reader) {
    String text = scalar(value, key);
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw error(file, value, key, e.getMessage());
    }
  }

  private String scalar(Node value, String key) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw error(file, value, key, "expected a single value");
  }

  private static InvalidDeclarationException error(
      String file, Node node, String key, String text) {
    int line = node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    String name = key.isEmpty() ? "" : key + ": ";
    return new InvalidDeclarationException(file + ": line " + line + ": " + name + text);
  }
}
