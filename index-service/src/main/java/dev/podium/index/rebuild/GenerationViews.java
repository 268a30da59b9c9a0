package dev.podium.index.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.group.Groups;
import dev.podium.index.group.GroupsException;
import dev.podium.index.group.Position;
import dev.podium.index.schema.ElasticsearchCalls;
import dev.podium.index.schema.GenerationState;
import dev.podium.index.schema.IndexFacts;
import dev.podium.index.schema.Kind;
import dev.podium.index.schema.Schema;
import dev.podium.index.schema.SchemaException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** Shows generations. */
@ApplicationScoped
class GenerationViews {

  private final Schema schema;
  private final ElasticsearchCalls calls;
  private final Groups groups;

  GenerationViews(Schema schema, ElasticsearchCalls calls, Groups groups) {
    this.schema = schema;
    this.calls = calls;
    this.groups = groups;
  }

  GenerationView of(GenerationState state) {
    Notes notes = Notes.of(state);
    return new GenerationView(
        state.number(),
        state(state, notes),
        state.serving(),
        state.publishes(),
        schema.missing(),
        state.generation().group(),
        position(state),
        notes == null ? null : notes.startedAt(),
        notes == null ? 0 : notes.compared(),
        notes == null ? null : notes.comparison(),
        Arrays.stream(Kind.values()).flatMap(kind -> index(state, kind)).toList());
  }

  private static String state(GenerationState state, Notes notes) {
    if (state.serving()) {
      return state.next() ? "recovering" : "serving";
    }
    boolean told = notes != null && (state.next() || notes.phase() == Phase.DIFFERENT);
    return told ? EventJson.MAPPER.convertValue(notes.phase(), String.class) : "standby";
  }

  private GenerationView.PositionView position(GenerationState state) {
    try {
      Position position = groups.position(state.generation().group());
      return new GenerationView.PositionView(
          sum(position.committed()), sum(position.ends()), position.lag());
    } catch (GroupsException e) {
      return null;
    }
  }

  private static long sum(Map<Integer, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  private Stream<GenerationView.IndexView> index(GenerationState state, Kind kind) {
    IndexFacts index = state.indexes().get(kind);
    return index == null
        ? Stream.of()
        : Stream.of(
            new GenerationView.IndexView(
                index.name(),
                kind.alias(),
                index.aliases().contains(kind.alias()),
                index.definition(),
                schema.definition(kind),
                index.analysis(),
                documents(index.name())));
  }

  private Long documents(String index) {
    try {
      return calls
          .ask("GET", '/' + index + "/_count", null)
          .map(found -> found.path("count"))
          .filter(JsonNode::isNumber)
          .map(JsonNode::asLong)
          .orElse(null);
    } catch (SchemaException e) {
      return null;
    }
  }
}
