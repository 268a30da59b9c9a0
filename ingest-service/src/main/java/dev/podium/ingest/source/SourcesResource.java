package dev.podium.ingest.source;

import dev.podium.kit.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The known sources. */
@Path("/v1/sources")
@Tag(name = "sources")
@Produces(MediaType.APPLICATION_JSON)
class SourcesResource {

  private final Sources sources;

  SourcesResource(Sources sources) {
    this.sources = sources;
  }

  @GET
  @Operation(summary = "Lists all sources, in the order of their ids")
  public SourceView.SourceList list() {
    List<SourceView> items =
        sources.all().stream().map(s -> SourceView.of(s, sources.fetched(s))).toList();
    return new SourceView.SourceList(items, items.size(), true, null);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A source, and whether it is fetched")
  public SourceView source(@PathParam("id") String id) {
    return sources
        .find(id)
        .map(source -> SourceView.of(source, sources.fetched(source)))
        .orElseThrow(() -> ProblemException.notFound("unknown-source", "there is no source " + id));
  }
}
