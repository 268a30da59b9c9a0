package dev.podium.ingest.source;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The known sources, and what is changed about them. */
@Path("/v1/sources")
@Tag(name = "sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SourcesResource {

  private static final String DECLARATION =
      "The body is the source in YAML, as a source file has it, or the same in JSON.";

  private final Sources sources;
  private final SourceChanges changes;
  private final SourceWatch watch;
  private final Declarations declarations;

  SourcesResource(
      Sources sources, SourceChanges changes, SourceWatch watch, Declarations declarations) {
    this.sources = sources;
    this.changes = changes;
    this.watch = watch;
    this.declarations = declarations;
  }

  @GET
  @Operation(summary = "Lists all sources, in the order of their ids")
  public SourceView.SourceList list() {
    List<SourceView> items = sources.present().stream().map(this::view).toList();
    return new SourceView.SourceList(items, items.size(), true, null);
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Declares a new source", description = DECLARATION)
  @APIResponse(responseCode = "201", description = "It is known to all instances within a second")
  @APIResponse(
      responseCode = "400",
      description = "The declaration is wrong; all mistakes are named")
  @APIResponse(responseCode = "409", description = "The id, or a listing, is another source's")
  @APIResponse(responseCode = "413", description = "The declaration is longer than 256 KiB")
  @APIResponse(responseCode = "415", description = "The body is neither JSON nor YAML")
  public Response create(
      @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
      @Context HttpServerRequest request,
      InputStream body)
      throws IOException {
    return answer(changes.create(declarations.read(type, body), caller(request)));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A source, and whether it is fetched")
  @APIResponse(responseCode = "200", description = "Its ETag is that of its last change over REST")
  @APIResponse(responseCode = "404", description = "There is no such source")
  @APIResponse(responseCode = "410", description = "It was deleted over REST")
  public Response source(@PathParam("id") String id) {
    return tagged(Response.ok(), sources.existing(id));
  }

  @GET
  @Path("{id}/declaration")
  @Produces("application/yaml")
  @Operation(
      summary = "A source as it was declared",
      description = "Changed, it can be sent to PUT /v1/sources/{id}. JSON is YAML, too.")
  @APIResponse(responseCode = "200", description = "The declaration")
  @APIResponse(responseCode = "404", description = "There is no such source")
  @APIResponse(responseCode = "410", description = "It was deleted over REST")
  public Response declaration(@PathParam("id") String id) {
    KnownSource known = sources.existing(id);
    return Response.ok(known.declaration()).header(HttpHeaders.ETAG, known.etag()).build();
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Declares a source, new or in place of what it was",
      description = DECLARATION + " It outranks a file of the same id until it is reset.")
  @APIResponse(responseCode = "200", description = "It was replaced")
  @APIResponse(responseCode = "201", description = "It is new")
  @APIResponse(
      responseCode = "400",
      description = "The declaration is wrong; all mistakes are named")
  @APIResponse(responseCode = "409", description = "A listing is another source's")
  @APIResponse(responseCode = "412", description = "If-Match or If-None-Match does not hold")
  @APIResponse(responseCode = "413", description = "The declaration is longer than 256 KiB")
  @APIResponse(responseCode = "415", description = "The body is neither JSON nor YAML")
  public Response put(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
      @Context HttpServerRequest request,
      InputStream body)
      throws IOException {
    Precondition precondition = new Precondition(ifMatch, ifNoneMatch);
    Declarations.Declaration declaration = declarations.read(type, body).of(id);
    return answer(changes.put(declaration, precondition, caller(request)));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Ends the fetching of a source",
      description = "Its archived pages stay. One that a file declares stays deleted until reset.")
  @APIResponse(responseCode = "204", description = "It is deleted")
  @APIResponse(responseCode = "404", description = "There is no such source")
  @APIResponse(responseCode = "410", description = "It was deleted before")
  @APIResponse(responseCode = "412", description = "If-Match does not hold")
  public void delete(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Context HttpServerRequest request) {
    changes.delete(id, new Precondition(ifMatch, null), caller(request));
    watch.refresh();
  }

  @POST
  @Path("{id}/pause")
  @Operation(
      summary = "Ends the fetching of a source until it is resumed",
      description = "All instances obey within a second; visits under way may end.")
  public Response pause(@PathParam("id") String id, @Context HttpServerRequest request) {
    return changed(changes.pause(id, caller(request)));
  }

  @POST
  @Path("{id}/resume")
  @Operation(summary = "Goes on with a paused source where it was")
  public Response resume(@PathParam("id") String id, @Context HttpServerRequest request) {
    return changed(changes.resume(id, caller(request)));
  }

  @POST
  @Path("{id}/reset")
  @Operation(
      summary = "Takes back all that was changed over REST",
      description = "What the source's file declares stands again.")
  @APIResponse(responseCode = "200", description = "It is as its file declares it")
  @APIResponse(responseCode = "409", description = "No file declares it")
  public Response reset(@PathParam("id") String id, @Context HttpServerRequest request) {
    return changed(changes.reset(id, caller(request)));
  }

  private Response answer(SourceChanges.Changed changed) {
    watch.refresh();
    String id = changed.source().source().id();
    return tagged(
        changed.created()
            ? Response.status(201).header(HttpHeaders.LOCATION, "/v1/sources/" + id)
            : Response.ok(),
        changed.source());
  }

  private Response changed(KnownSource known) {
    watch.refresh();
    return tagged(Response.ok(), known);
  }

  private Response tagged(Response.ResponseBuilder response, KnownSource known) {
    return response.header(HttpHeaders.ETAG, known.etag()).entity(view(known)).build();
  }

  private SourceView view(KnownSource known) {
    return SourceView.of(known, sources.fetched(known), sources.reason(known));
  }

  /** Who asks, as far as the connection tells. */
  private static String caller(HttpServerRequest request) {
    return request.remoteAddress() == null ? "unknown" : request.remoteAddress().hostAddress();
  }
}
