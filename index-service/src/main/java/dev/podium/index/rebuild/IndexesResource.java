package dev.podium.index.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Shows what is indexed where. */
@Path("/v1/indexes")
public class IndexesResource {

  private final Schema schema;
  private final Indices indices;
  private final Definitions definitions;

  IndexesResource(Schema schema, Indices indices, SchemaSettings settings) {
    this.schema = schema;
    this.indices = indices;
    this.definitions = new Definitions(settings);
  }

  /**
   * A generation.
   *
   * @param serving whether readers see it
   * @param missing what is in the way of indexing, or null
   */
  public record GenerationView(
      int generation, boolean serving, String missing, List<IndexView> indexes) {}

  /**
   * An index.
   *
   * @param aliased whether the alias is of this index alone
   * @param definition that the index was made with
   * @param currentDefinition that this program would make it with; a higher one asks for a rebuild
   * @param analysis where the analyzers come from: {@code plugin} or {@code full}
   */
  public record IndexView(
      String name,
      String alias,
      boolean aliased,
      int definition,
      int currentDefinition,
      String analysis,
      long documents) {}

  /** All generations. */
  @GET
  @RunOnVirtualThread
  @Operation(summary = "Generations of indices, with their aliases and counts")
  public List<GenerationView> list() {
    try {
      List<IndexView> views = Stream.of(Kind.values()).flatMap(this::view).toList();
      boolean serving = !views.isEmpty() && views.stream().allMatch(IndexView::aliased);
      return List.of(
          new GenerationView(schema.generation().number(), serving, schema.missing(), views));
    } catch (SchemaException e) {
      return List.of(
          new GenerationView(schema.generation().number(), false, e.getMessage(), List.of()));
    }
  }

  private Stream<IndexView> view(Kind kind) {
    String index = schema.generation().index(kind);
    return indices.metadata(index).map(metadata -> view(kind, index, metadata)).stream();
  }

  private IndexView view(Kind kind, String index, JsonNode metadata) {
    return new IndexView(
        index,
        kind.alias(),
        indices.behind(kind.alias()).equals(Set.of(index)),
        metadata.path("definition").asInt(),
        definitions.number(kind),
        metadata.path("analysis").asText(null),
        indices.count(index));
  }
}
