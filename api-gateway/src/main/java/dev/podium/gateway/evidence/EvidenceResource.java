package dev.podium.gateway.evidence;

import dev.podium.gateway.http.Ids;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.revision.RevisionView;
import dev.podium.gateway.revision.RevisionViews;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What proves an exchange, as one file. */
@Path("/v1/exchanges/{id}/evidence")
@Tag(name = "Evidence", description = "What proves a quote")
@Produces(EvidenceResource.ZIP)
@RunOnVirtualThread
public class EvidenceResource {

  static final String ZIP = "application/zip";

  private final RevisionViews revisions;
  private final EvidenceFiles files;

  EvidenceResource(RevisionViews revisions, EvidenceFiles files) {
    this.revisions = revisions;
    this.files = files;
  }

  @GET
  @Operation(
      operationId = "getEvidence",
      summary = "Get what proves an exchange",
      description =
          "A zip: the page as it came (`page.warc.gz`, WARC 1.1), its decoded text in which the"
              + " segments count (`page.txt`), the exchange as the API answers it"
              + " (`exchange.json`), checksums (`SHA256SUMS`), a page that says how to verify all"
              + " this by hand (`VERIFY.html`) and a short program that does it (`verify.py`)."
              + " Of an exchange that was withdrawn, or whose page is gone, it is the last page"
              + " that had it.")
  @APIResponse(
      responseCode = "200",
      description = "The files",
      content =
          @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response get(
      @Parameter(description = "Id of the exchange", example = Ids.SAMPLE_EXCHANGE) @PathParam("id")
          String id,
      @Context UriInfo uri,
      @Context Request request) {
    Parameters parameters = new Parameters(uri.getQueryParameters(), EvidenceParameters.ALL);
    Optional<Long> version = parameters.version(EvidenceParameters.VERSION);
    parameters.check();
    RevisionView exchange =
        version
            .map(of -> revisions.get(id, of.toString(), uri))
            .orElseGet(() -> revisions.latest(id, uri));
    files.check(exchange);
    EntityTag tag = files.tag(exchange);
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response = known != null ? known : whole(exchange, request);
    return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
  }

  private Response.ResponseBuilder whole(RevisionView exchange, Request request) {
    // Nobody would write, and so close, the files of an answer without a body.
    boolean headOnly = request.getMethod().equals(HttpMethod.HEAD);
    return (headOnly ? Response.ok() : Response.ok(files.zip(exchange)))
        .type(ZIP)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + EvidenceFiles.name(exchange) + ".zip\"");
  }
}
