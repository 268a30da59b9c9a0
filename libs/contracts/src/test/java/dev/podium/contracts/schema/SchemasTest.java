package dev.podium.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the schemas refuse: an example with one field made wrong. */
class SchemasTest {

  private static final String FOLDER = "/dev/podium/contracts/examples/";

  static Stream<JsonNode> wrongFields() {
    return Vectors.rows("schema-refused");
  }

  /** Records without them lie in the topics, and are right. */
  private static final Set<String> ADDED_LATER = Set.of("diff", "series", "spokespersons");

  static Stream<String> examples() {
    return Stream.of(
        "briefing.question-and-answer",
        "briefing.gone",
        "change.reworded",
        "change.added",
        "change.briefing-edited");
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void refusesAWrongField(JsonNode row) {
    ObjectNode example = example(Vectors.text(row, "example"));
    JsonPointer field = JsonPointer.compile(Vectors.text(row, "field"));
    ObjectNode parent = (ObjectNode) example.at(field.head());
    parent.set(field.last().getMatchingProperty(), row.required("value"));

    assertThat(schemaOf(Vectors.text(row, "example")).errors(example)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void refusesAnyAbsentField(String name) {
    ObjectNode example = example(name);
    List<ObjectNode> objects = new ArrayList<>();
    collectObjects(example, objects);
    for (ObjectNode object : objects) {
      for (String field : fieldNames(name, object)) {
        JsonNode value = object.remove(field);
        assertThat(schemaOf(name).errors(example)).as("without %s", field).isNotEmpty();
        object.set(field, value);
      }
    }
    assertThat(schemaOf(name).errors(example)).isEmpty();
  }

  private static void collectObjects(JsonNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> collectObjects(child, objects));
  }

  private static List<String> fieldNames(String example, ObjectNode object) {
    return object.properties().stream()
        .map(Map.Entry::getKey)
        .filter(field -> example.startsWith("briefing.") || !ADDED_LATER.contains(field))
        .toList();
  }

  private static ObjectNode example(String name) {
    return Vectors.read(FOLDER + name + ".json").deepCopy();
  }

  private static Schemas schemaOf(String example) {
    return example.startsWith("briefing.") ? Schemas.BRIEFING : Schemas.CHANGE;
  }
}
