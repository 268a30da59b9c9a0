package dev.podium.gateway.change;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.podium.gateway.http.PublicAddress;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.offset.OffsetParameters;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What changed, to be asked for again and again. */
@Path("/v1/changes")
@Tag(name = "Changes", description = "What publishers, and better parsers, changed")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ChangesResource {

  private final ChangeLists changes;
  private final ChangeOffsets offsets;
  private final PublicAddress address;

  ChangesResource(ChangeLists changes, ChangeOffsets offsets, PublicAddress address) {
    this.changes = changes;
    this.offsets = offsets;
    this.address = address;
  }

  @GET
  @Operation(
      operationId = "listChanges",
      summary = "List changes",
      description =
          "The changes of exchanges and briefings by the time when they were recorded, from `since`"
              + " on, however long ago. `next` is never null: keep it, and ask it again when `more`"
              + " is false and some time has passed. Nothing is missed, and what comes twice has the"
              + " same `id`. `position` is where `/v1/stream` goes on behind the page. With"
              + " `offsets=utf16` each change says in `offsets` what it counts: code points where the"
              + " page's body is not there any more.")
  public RestResponse<ChangesPage> list(@Context UriInfo request) {
    Parameters parameters = new Parameters(request.getQueryParameters(), ChangeParameters.LIST);
    try {
      ChangeQuery query = changes.read(parameters);
      Found found = changes.find(query);
      List<RawValue> items =
          OffsetParameters.isUtf16(parameters) ? offsets.tell(found.items()) : found.items();
      Map<String, List<String>> next = new LinkedHashMap<>(parameters.given());
      next.remove(ChangeParameters.AFTER.name());
      next.put(Paging.CURSOR.name(), List.of(changes.cursor(query, found.next())));
      String nextAddress = address.of(request, next);
      return RestResponse.ResponseBuilder.ok(
              new ChangesPage(items, found.more(), nextAddress, position(found.next())))
          .header("Cache-Control", "no-cache")
          .header("Link", "<" + nextAddress + ">; rel=\"next\"")
          .build();
    } catch (ChangesUnavailableException e) {
      throw ProblemException.unavailable("changes-unavailable", e.getMessage());
    }
  }

  private static String position(Place next) {
    return next instanceof Place.Recent(Position position, var seen) ? position.toString() : null;
  }
}
