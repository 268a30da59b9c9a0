package dev.podium.gateway.export;

import dev.podium.gateway.http.Alternates;
import dev.podium.gateway.limit.Surcharge;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The same exports at the address of the search, for those who ask by {@code Accept}. */
@Path("/v1/exchanges")
@RunOnVirtualThread
public class NegotiatedExports {

  private final Exports exports;
  private final Surcharge surcharge;

  NegotiatedExports(Exports exports, Surcharge surcharge) {
    this.exports = exports;
    this.surcharge = surcharge;
  }

  @GET
  @Produces("text/csv; qs=0.5")
  @Operation(hidden = true)
  public Response csv(@Context UriInfo request, @Context RoutingContext context) {
    surcharge.ofFile(context);
    return Alternates.varying(exports.csv(request, context));
  }

  @GET
  @Produces(ExportType.NDJSON_TYPE + "; qs=0.5")
  @Operation(hidden = true)
  public Response ndjson(@Context UriInfo request, @Context RoutingContext context) {
    surcharge.ofFile(context);
    return Alternates.varying(exports.ndjson(request, context));
  }
}
