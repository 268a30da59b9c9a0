package dev.podium.gateway.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.briefing.Warning;
import dev.podium.gateway.access.CurrentCaller;
import dev.podium.gateway.access.Scope;
import dev.podium.gateway.http.PublicAddress;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.source.Declarations.Answer;
import dev.podium.gateway.source.SourceCounts.Count;
import dev.podium.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The sources, with what there is of each. What is written about them goes to ingest-service, which
 * describes it; {@code openapi.yaml} has both.
 */
@Path("/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SourcesResource {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,100}");
  private static final List<Warning> AWAY =
      List.of(
          new Warning(
              "declarations-unavailable",
              "ingest-service cannot tell now: of the sources there is what the index knows"));

  private final Declarations declarations;
  private final SourceCounts counts;
  private final CurrentCaller caller;
  private final PublicAddress address;

  SourcesResource(
      Declarations declarations, SourceCounts counts, CurrentCaller caller, PublicAddress address) {
    this.declarations = declarations;
    this.counts = counts;
    this.caller = caller;
    this.address = address;
  }

  /** All sources. */
  record SourceList(
      List<ObjectNode> items,
      long total,
      boolean totalExact,
      String next,
      List<Warning> warnings) {}

  @GET
  @Operation(hidden = true)
  public Response list(@Context UriInfo request) {
    new Parameters(request.getQueryParameters(), List.of()).check();
    String base = address.base(request.getRequestUri());
    NavigableMap<String, Count> known = counts.read(List.of());
    Optional<List<ObjectNode>> declared = declarations.all();
    Map<String, ObjectNode> items = new TreeMap<>();
    known.forEach(
        (id, count) ->
            items.put(
                id, SourceItems.indexed(id, declared.isPresent() ? false : null, count, base)));
    declared
        .orElse(List.of())
        .forEach(
            one -> {
              String id = one.path("id").asText();
              Count count = known.getOrDefault(id, Count.NONE);
              items.put(id, SourceItems.declared(one, count, isAdmin(), base));
            });
    return answer(
        new SourceList(
            List.copyOf(items.values()),
            items.size(),
            true,
            null,
            declared.isPresent() ? List.of() : AWAY));
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public Response get(@PathParam("id") String id, @Context UriInfo request) {
    new Parameters(request.getQueryParameters(), List.of()).check();
    if (!ID.matcher(id).matches()) {
      throw none(id);
    }
    String base = address.base(request.getRequestUri());
    Count count = counts.read(List.of(id)).get(id);
    return switch (declarations.one(id)) {
      case Answer.Declared(ObjectNode source, Optional<String> tag) ->
          tagged(
              SourceItems.declared(source, count == null ? Count.NONE : count, isAdmin(), base),
              tag);
      case Answer.Unknown unknown when count == null ->
          throw new ProblemException(unknown.problem());
      case Answer.Unknown _ -> answer(SourceItems.indexed(id, false, count, base));
      case Answer.Away _ when count == null ->
          throw ProblemException.unavailable(
              "service-unavailable", "ingest-service cannot be asked for the source now");
      case Answer.Away _ -> answer(SourceItems.indexed(id, null, count, base));
    };
  }

  private static ProblemException none(String id) {
    return ProblemException.notFound("unknown-source", "there is no source " + id);
  }

  private boolean isAdmin() {
    return caller.get().may(Scope.ADMIN);
  }

  // The tag is that of the declaration, which those who change it send back; the counts are not in
  // it, so that nobody else may take it for the answer's.
  private Response tagged(ObjectNode item, Optional<String> tag) {
    Response answer = answer(item);
    return tag.isPresent() && isAdmin()
        ? Response.fromResponse(answer).header(HttpHeaders.ETAG, tag.get()).build()
        : answer;
  }

  private static Response answer(Object entity) {
    return Response.ok(entity).header("Cache-Control", "no-cache").build();
  }
}
