package dev.podium.ingest.frontier;

import dev.podium.ingest.source.KnownSource;
import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks for a look at a source's listings now. */
@Path("/v1/sources/{id}/crawl")
@Tag(name = "sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CrawlResource {

  private final Sources sources;
  private final FrontierTable frontier;

  CrawlResource(Sources sources, FrontierTable frontier) {
    this.sources = sources;
    this.frontier = frontier;
  }

  @POST
  @Operation(
      summary = "Makes the listings of a source due now",
      description = "Their hosts' turns and delays are kept all the same.")
  @APIResponse(responseCode = "202", description = "They are due")
  public Response crawl(@PathParam("id") String id) {
    Source source = fetched(sources, id);
    return Response.accepted(new Due(id, frontier.hastenListings(source.id()))).build();
  }

  /**
   * The source of an id.
   *
   * @throws ProblemException if there is none, or it is not fetched
   */
  static Source fetched(Sources sources, String id) {
    KnownSource known = sources.existing(id);
    if (!sources.fetched(known.source())) {
      throw new ProblemException(
          Problem.of(
              409,
              known.paused() ? "source-paused" : "source-not-fetched",
              id + " is not fetched: " + sources.reason(known)));
    }
    return known.source();
  }

  /**
   * The answer.
   *
   * @param listings how many were made due
   */
  record Due(String source, int listings) {}
}
