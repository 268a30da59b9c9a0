package dev.podium.ingest.publish;

import dev.podium.ingest.archive.NamedSource;
import dev.podium.ingest.archive.RevisionRange;
import dev.podium.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Publishes the archive again. */
@Path("/v1/pages/replay")
@Tag(name = "pages")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReplayResource {

  private final NamedSource named;
  private final Replays replays;
  private final ReplayTable table;

  ReplayResource(NamedSource named, Replays replays, ReplayTable table) {
    this.named = named;
    this.replays = replays;
    this.table = table;
  }

  @POST
  @Operation(
      summary = "Publishes the revisions of a range again",
      description =
          "Each as it was published, in order of capture page by page, behind whatever is new. from"
              + " and to are times of the captures, like 2026-03-01T08:30:00Z, or whole days in"
              + " UTC, like 2026-03-01; without a source it is all of them. dryRun=true counts.")
  @APIResponse(responseCode = "202", description = "It has begun")
  @APIResponse(responseCode = "200", description = "What would be published; of a dry run")
  public Response replay(
      @QueryParam("source") String source,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("dryRun") @DefaultValue("false") String dryRun) {
    RevisionRange range = RevisionRange.parse(named.orAll(source), from, to);
    return switch (dryRun) {
      case "true" -> Response.ok(replays.count(range)).build();
      case "false" -> Response.accepted(replays.start(range)).build();
      default ->
          throw ProblemException.badRequest(
              "bad-dry-run", "the query parameter dryRun is true or false, not " + dryRun);
    };
  }

  @GET
  @Operation(summary = "The latest replay of each source, and how far it is")
  public ReplayView.ReplayList list() {
    return new ReplayView.ReplayList(table.list());
  }

  @DELETE
  @Operation(
      summary = "Stops the replay of a source, or of all",
      description = "What Kafka has is not taken back; nothing in the archive changes.")
  public ReplayView.ReplayList stop(@QueryParam("source") String source) {
    String only = named.orAll(source);
    List<String> stopped =
        table.list().stream()
            .map(ReplayView::source)
            .filter(one -> only == null || only.equals(one))
            .filter(one -> table.stop(one, "stopped on request"))
            .toList();
    if (stopped.isEmpty()) {
      throw ProblemException.notFound("no-replay", "no replay is under way");
    }
    return list();
  }
}
