package dev.podium.gateway.document;

import dev.podium.gateway.briefing.BriefingForms;
import dev.podium.gateway.http.Alternates;
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

/** The same documents at the address of the briefing, for those who ask by {@code Accept}. */
@Path("/v1/briefings")
@RunOnVirtualThread
public class NegotiatedBriefings {

  private final BriefingDocuments documents;

  NegotiatedBriefings(BriefingDocuments documents) {
    this.documents = documents;
  }

  @GET
  @Path("{id}")
  @Produces(BriefingForms.HTML + "; qs=0.5")
  @Operation(hidden = true)
  public Response html(
      @PathParam("id") String id,
      @Context UriInfo uri,
      @Context Request request,
      @Context HttpServerResponse response) {
    return Alternates.varying(documents.html(id, uri, request, response));
  }

  @GET
  @Path("{id}")
  @Produces(BriefingForms.MARKDOWN + "; qs=0.5")
  @Operation(hidden = true)
  public Response markdown(
      @PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
    return Alternates.varying(documents.markdown(id, uri, request));
  }

  @GET
  @Path("{id}")
  @Produces(BriefingForms.AKOMA_NTOSO + "; qs=0.5")
  @Operation(hidden = true)
  public Response akomaNtoso(
      @PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
    return Alternates.varying(documents.akomaNtoso(id, uri, request));
  }

  @GET
  @Path("{id}")
  @Produces("application/xml; qs=0.4")
  @Operation(hidden = true)
  public Response xml(@PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
    return Alternates.varying(documents.xml(id, uri, request));
  }
}
