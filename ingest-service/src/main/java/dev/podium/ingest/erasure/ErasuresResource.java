package dev.podium.ingest.erasure;

import dev.podium.ingest.archive.Erasure;
import dev.podium.ingest.archive.Erasures;
import dev.podium.ingest.archive.Erasures.Demand;
import dev.podium.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Takes pages and exchanges away on demand, and shows what was. */
@Path("/v1/erasures")
@Tag(name = "erasures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ErasuresResource {

  private static final Logger LOG = Logger.getLogger(ErasuresResource.class);

  private final Erasures erasures;

  ErasuresResource(Erasures erasures) {
    this.erasures = erasures;
  }

  /** Some erasures, the latest first. */
  record ErasureList(List<Erasure> items, long total, boolean totalExact, String next) {}

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Takes a page away, or one exchange of it",
      description =
          "page is its id or its address; with exchange, one exchange of it is taken out and the"
              + " page's bodies are sealed. exchanges are the ids of all exchanges that the page"
              + " had, which answer 410 from then on. reason has a kind, which everybody may see,"
              + " and a text. It cannot be taken back. dryRun=true says what would go.")
  public Response erase(
      @QueryParam("dryRun") @DefaultValue("false") String dryRun,
      @Context HttpServerRequest request,
      InputStream body)
      throws IOException {
    boolean dry = bool(dryRun);
    Demand demand = DemandReader.read(body, caller(request));
    return dry ? Response.ok(erasures.extent(demand)).build() : begin(demand);
  }

  private Response begin(Demand demand) {
    Erasures.Taken taken = erasures.take(demand);
    Erasure erasure = taken.erasure();
    if (taken.begun()) {
      erasures.wake();
      LOG.infof(
          "audit: erasure %s of page %s, exchange %s, is demanded by %s for the reason %s",
          erasure.id(), erasure.page(), erasure.exchange(), erasure.by(), erasure.reason().kind());
    }
    return Response.status(taken.begun() ? Response.Status.ACCEPTED : Response.Status.OK)
        .header(HttpHeaders.LOCATION, "/v1/erasures/" + erasure.id())
        .entity(erasure)
        .build();
  }

  @GET
  @Operation(summary = "Erasures, the latest first")
  public ErasureList list(
      @QueryParam("size") @DefaultValue("20") @Min(1) @Max(500) int size,
      @QueryParam("cursor") String cursor) {
    if (cursor != null && erasures.find(cursor).isEmpty()) {
      throw ProblemException.badRequest("bad-cursor", "the query parameter cursor is none of ours");
    }
    List<Erasure> found = erasures.latest(cursor, size + 1);
    boolean more = found.size() > size;
    List<Erasure> shown = more ? found.subList(0, size) : found;
    return new ErasureList(
        shown,
        erasures.count(),
        true,
        more ? "/v1/erasures?size=" + size + "&cursor=" + shown.getLast().id() : null);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "An erasure, and how far it is")
  public Erasure get(@PathParam("id") String id) {
    return erasures
        .find(id)
        .orElseThrow(
            () -> ProblemException.notFound("unknown-erasure", "there is no erasure " + id));
  }

  private static boolean bool(String dryRun) {
    if (!dryRun.equals("true") && !dryRun.equals("false")) {
      throw ProblemException.badRequest(
          "bad-dry-run", "the query parameter dryRun is true or false, not " + dryRun);
    }
    return dryRun.equals("true");
  }

  /** Who asks, as far as the connection tells. */
  private static String caller(HttpServerRequest request) {
    return request.remoteAddress() == null ? "unknown" : request.remoteAddress().hostAddress();
  }
}
