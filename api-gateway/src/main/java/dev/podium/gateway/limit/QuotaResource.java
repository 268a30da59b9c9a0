package dev.podium.gateway.limit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.podium.gateway.access.Caller;
import dev.podium.gateway.access.CurrentCaller;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells callers who they are to us, and what they may ask for. */
@Path("/v1/quota")
@Tag(name = "Keys")
@Produces(MediaType.APPLICATION_JSON)
public class QuotaResource {

  private final Allowances allowances;
  private final CurrentCaller caller;
  private final List<ApiLimit> limits;

  QuotaResource(Allowances allowances, CurrentCaller caller, @All List<ApiLimits> features) {
    this.allowances = allowances;
    this.caller = caller;
    limits =
        features.stream()
            .flatMap(feature -> feature.all().stream())
            .sorted(Comparator.comparing(ApiLimit::name))
            .toList();
  }

  /**
   * What a caller may ask for.
   *
   * @param caller the id of a key, or what all callers without one share
   * @param rate null where nothing is counted
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Quota(
      String caller,
      List<String> scopes,
      @Schema(nullable = true) Rate rate,
      Prices costs,
      List<ApiLimit> limits) {}

  /**
   * Points that are counted.
   *
   * @param points when nothing was asked for
   * @param window in seconds, in which they come back
   * @param left now
   * @param full seconds until all are there again
   */
  @Schema(name = "QuotaRate")
  public record Rate(String policy, long points, long window, long left, long full) {}

  /** What requests cost, in points. */
  @Schema(name = "QuotaPrices")
  public record Prices(int one, int search, int stream) {}

  @GET
  @Operation(
      operationId = "getQuota",
      summary = "See what is left",
      description =
          "Costs nothing. What has an id costs one point, a search several, and an answer without an"
              + " end, or a test of an alert, many. Each instance counts for itself.")
  @APIResponse(
      responseCode = "200",
      description = "The caller's scopes and points, and all limits of the API",
      content = @Content(schema = @Schema(implementation = Quota.class)))
  public Response get(@Context HttpServerRequest request, @Context UriInfo uri) {
    refuseParameters(uri.getQueryParameters().keySet());
    Caller who = caller.get();
    Rate rate = allowances.of(who, request).map(QuotaResource::rate).orElse(null);
    List<String> scopes = who.scope() == null ? List.of() : who.scope().included();
    Prices costs = new Prices(Costs.ONE, Costs.SEARCH, Costs.STREAM);
    return Response.ok(new Quota(who.id(), scopes, rate, costs, limits))
        .header("Cache-Control", "no-store")
        .build();
  }

  private static void refuseParameters(Set<String> names) {
    if (!names.isEmpty()) {
      throw ProblemException.badRequest(
          "wrong parameters: " + String.join(", ", names),
          names.stream()
              .map(name -> new Problem.Violation(name, "this address knows no parameters"))
              .toList());
    }
  }

  private static Rate rate(Allowance allowance) {
    long left = allowance.bucket().getAvailableTokens();
    return new Rate(
        allowance.name(),
        allowance.size(),
        Allowance.WINDOW.toSeconds(),
        left,
        allowance.secondsUntilFull(left));
  }
}
