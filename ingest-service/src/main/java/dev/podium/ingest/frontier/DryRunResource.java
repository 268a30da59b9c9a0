package dev.podium.ingest.frontier;

import dev.podium.ingest.source.Declarations;
import dev.podium.ingest.source.KnownSource;
import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says what would be fetched, and why. */
@Path("/v1/sources")
@Tag(name = "sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DryRunResource {

  private static final int AT_ONCE = 4;
  private static final String DESCRIPTION =
      "The first page of each listing, each sitemap and each feed is fetched once, in the turn of its"
          + " host and with regard to robots.txt. Nothing is archived, and nothing becomes due.";

  private final Sources sources;
  private final Declarations declarations;
  private final DryRun dryRun;
  private final Semaphore free = new Semaphore(AT_ONCE);

  DryRunResource(Sources sources, Declarations declarations, DryRun dryRun) {
    this.sources = sources;
    this.declarations = declarations;
    this.dryRun = dryRun;
  }

  @POST
  @Path("{id}/dry-run")
  @Operation(summary = "What a crawl of a source would fetch, and why", description = DESCRIPTION)
  @APIResponse(responseCode = "200", description = "What was found")
  @APIResponse(responseCode = "404", description = "There is no such source")
  @APIResponse(responseCode = "409", description = "Its site may not be fetched from")
  @APIResponse(responseCode = "503", description = "Several dry runs are under way")
  public DryRunView saved(@PathParam("id") String id) {
    KnownSource known = sources.existing(id);
    if (!sources.mayBeFetched(known)) {
      throw new ProblemException(
          Problem.of(409, "source-not-fetched", id + " is not fetched: " + sources.reason(known)));
    }
    return run(known.source());
  }

  @POST
  @Path("dry-run")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "What a crawl of a source that is not saved would fetch, and why",
      description = "The body is the source in YAML or JSON. " + DESCRIPTION)
  @APIResponse(responseCode = "200", description = "What was found")
  @APIResponse(
      responseCode = "400",
      description = "The declaration is wrong; all mistakes are named")
  @APIResponse(responseCode = "503", description = "Several dry runs are under way")
  public DryRunView unsaved(@HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, InputStream body)
      throws IOException {
    return run(declarations.read(type, body).source());
  }

  private DryRunView run(Source source) {
    if (!free.tryAcquire()) {
      throw ProblemException.unavailable(
          "dry-runs-busy", AT_ONCE + " dry runs are under way; come back when one has ended");
    }
    try {
      return dryRun.of(source);
    } finally {
      free.release();
    }
  }
}
