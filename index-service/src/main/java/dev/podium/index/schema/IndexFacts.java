package dev.podium.index.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;

/**
 * An index that is there.
 *
 * @param metadata that the program which made it left in its mapping
 */
public record IndexFacts(String name, Set<String> aliases, JsonNode metadata) {

  static final IndexFacts NONE = new IndexFacts("", Set.of(), MissingNode.getInstance());

  public IndexFacts {
    aliases = Set.copyOf(aliases);
  }

  /** The number of the definition that it was made with. */
  public int definition() {
    return metadata.path("definition").asInt();
  }

  /** Where its analyzers come from: {@code plugin} or {@code full}. */
  public String analysis() {
    return metadata.path("analysis").asText(null);
  }
}
