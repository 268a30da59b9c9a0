package dev.podium.gateway.document;

import dev.podium.gateway.briefing.BriefingForms;
import dev.podium.gateway.http.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Briefings as documents, by the ending of the address. */
@Path("/v1/briefings")
@Tag(name = "Briefings")
@RunOnVirtualThread
public class BriefingDocumentsResource {

  private static final String ID = "Id of the briefing";

  private final BriefingDocuments documents;

  BriefingDocumentsResource(BriefingDocuments documents) {
    this.documents = documents;
  }

  @GET
  @Path("{id}.html")
  @Produces(BriefingForms.HTML)
  @Operation(
      operationId = "getBriefingHtml",
      summary = "Read a briefing",
      description =
          "The briefing as a page to read and to print, without scripts; `#` and an exchange's id"
              + " leads to it. Also by `Accept: text/html`.")
  @APIResponse(
      responseCode = "200",
      description = "The page",
      content =
          @Content(mediaType = BriefingForms.HTML, schema = @Schema(implementation = String.class)))
  public Response html(
      @Parameter(description = ID, example = Ids.SAMPLE_BRIEFING) @PathParam("id") String id,
      @Context UriInfo uri,
      @Context Request request,
      @Context HttpServerResponse response) {
    return documents.html(id, uri, request, response);
  }

  @GET
  @Path("{id}.md")
  @Produces(BriefingForms.MARKDOWN)
  @Operation(
      operationId = "getBriefingMarkdown",
      summary = "Get a briefing as Markdown",
      description =
          "CommonMark, with what is known of the briefing as YAML at the beginning. Also by"
              + " `Accept: text/markdown`.")
  @APIResponse(
      responseCode = "200",
      description = "The text",
      content =
          @Content(
              mediaType = BriefingForms.MARKDOWN,
              schema = @Schema(implementation = String.class)))
  public Response markdown(
      @Parameter(description = ID, example = Ids.SAMPLE_BRIEFING) @PathParam("id") String id,
      @Context UriInfo uri,
      @Context Request request) {
    return documents.markdown(id, uri, request);
  }

  @GET
  @Path("{id}.akn")
  @Produces(BriefingForms.AKOMA_NTOSO)
  @Operation(
      operationId = "getBriefingAkomaNtoso",
      summary = "Get a briefing as Akoma Ntoso",
      description =
          "A debate as OASIS' Akoma Ntoso 1.0 has it. Also at `.xml`, and by `Accept:"
              + " application/akn+xml` or `application/xml`.")
  @APIResponse(
      responseCode = "200",
      description = "The document",
      content =
          @Content(
              mediaType = BriefingForms.AKOMA_NTOSO,
              schema = @Schema(implementation = String.class)))
  public Response akomaNtoso(
      @Parameter(description = ID, example = Ids.SAMPLE_BRIEFING) @PathParam("id") String id,
      @Context UriInfo uri,
      @Context Request request) {
    return documents.akomaNtoso(id, uri, request);
  }

  @GET
  @Path("{id}.xml")
  @Produces("application/xml")
  @Operation(hidden = true)
  public Response xml(@PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
    return documents.xml(id, uri, request);
  }
}
