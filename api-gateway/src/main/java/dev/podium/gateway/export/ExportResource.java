package dev.podium.gateway.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All that a search finds, as a file. */
@Path("/v1")
@Tag(name = "Exchanges")
@RunOnVirtualThread
public class ExportResource {

  private final Exports exports;

  ExportResource(Exports exports) {
    this.exports = exports;
  }

  @GET
  @Path("exchanges.csv")
  @Produces("text/csv")
  @Operation(
      operationId = "exportCsv",
      summary = "Export a search as CSV",
      description =
          "All that a search finds, however much, as a table (RFC 4180, UTF-8, a header line). An"
              + " export that fails half-way breaks the connection; one that is whole ends with the"
              + " trailer `Podium-Manifest`, its count and SHA-256. Also at `/v1/exchanges` with"
              + " `Accept: text/csv`.")
  @APIResponse(
      responseCode = "200",
      description = "The table",
      content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
  public Response csv(@Context UriInfo request, @Context RoutingContext context) {
    return exports.csv(request, context);
  }

  @GET
  @Path("exchanges.ndjson")
  @Produces(ExportType.NDJSON_TYPE)
  @Operation(
      operationId = "exportNdjson",
      summary = "Export a search as NDJSON",
      description =
          "All that a search finds, however much: an exchange on each line, as in a search, and on"
              + " the last line `{\"manifest\": …}` with the query, the count and the SHA-256 of all"
              + " lines before. An export that fails half-way breaks the connection and has no"
              + " manifest. Also at `/v1/exchanges` with `Accept: application/x-ndjson`.")
  @APIResponse(
      responseCode = "200",
      description = "The lines",
      content =
          @Content(
              mediaType = ExportType.NDJSON_TYPE,
              schema = @Schema(implementation = String.class)))
  public Response ndjson(@Context UriInfo request, @Context RoutingContext context) {
    return exports.ndjson(request, context);
  }
}
