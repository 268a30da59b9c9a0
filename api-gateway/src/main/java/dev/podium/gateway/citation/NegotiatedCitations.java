package dev.podium.gateway.citation;

import dev.podium.gateway.http.Alternates;
import dev.podium.gateway.parameter.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Citations at the address of the exchange, for those who ask by {@code Accept}. */
@Path("/v1/exchanges")
@RunOnVirtualThread
public class NegotiatedCitations {

  private final Citations citations;

  NegotiatedCitations(Citations citations) {
    this.citations = citations;
  }

  @GET
  @Path("{id}")
  @Produces(CitationFormat.BIBTEX_TYPE + "; qs=0.5")
  @Operation(hidden = true)
  public Response bibtex(
      @PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
    return answer(id, CitationFormat.BIBTEX, uri, request);
  }

  @GET
  @Path("{id}")
  @Produces(CitationFormat.CSL_TYPE + "; qs=0.5")
  @Operation(hidden = true)
  public Response csl(@PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
    return answer(id, CitationFormat.CSL, uri, request);
  }

  // What the address says counts for more than what the client always sends.
  private Response answer(String id, CitationFormat accepted, UriInfo uri, Request request) {
    Parameters parameters =
        new Parameters(uri.getQueryParameters(), List.of(CitationFormat.FORMAT));
    parameters.check();
    CitationFormat format =
        parameters.text(CitationFormat.FORMAT).flatMap(CitationFormat::of).orElse(accepted);
    return Alternates.varying(citations.answer(id, format, uri, request));
  }
}
