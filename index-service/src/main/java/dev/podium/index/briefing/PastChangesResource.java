package dev.podium.index.briefing;

import dev.podium.contracts.event.EventJson;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import dev.podium.kit.problem.QueryTimes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells changes that the topic does not hold any more. */
@Path("/v1/changes")
@Tag(name = "changes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PastChangesResource {

  private static final int MOST = 100;

  private final PastChanges changes;

  PastChangesResource(PastChanges changes) {
    this.changes = changes;
  }

  @GET
  @Operation(
      summary = "The changes that were recorded in a time, found again in the history",
      description =
          "In the order in which they were recorded, with the ids and texts that were published"
              + " then. next is the cursor of the next page, null on the last one. Revisions that"
              + " were recorded in the last seconds may be missing still.")
  public byte[] list(
      @QueryParam("since") @DefaultValue("1970-01-01") String since,
      @QueryParam("until") @DefaultValue("9999-12-31") String until,
      @QueryParam("size") @DefaultValue("20") String size,
      @QueryParam("cursor") String cursor) {
    Instant from = QueryTimes.parse("since", since, 0);
    Instant to = QueryTimes.parse("until", until, 0);
    return EventJson.write(changes.find(from, to, place(cursor), number(size)));
  }

  private static int number(String size) {
    if (size.matches("[0-9]{1,3}")) {
      int number = Integer.parseInt(size);
      if (number >= 1 && number <= MOST) {
        return number;
      }
    }
    throw wrong("size", "'" + size + "' is no number from 1 to " + MOST);
  }

  private static PastPlace place(String cursor) {
    return cursor == null
        ? null
        : PastPlace.parse(cursor)
            .orElseThrow(() -> wrong("cursor", "it is none of this service's cursors"));
  }

  private static ProblemException wrong(String name, String detail) {
    return ProblemException.badRequest(
        "wrong parameters: " + name, List.of(new Problem.Violation(name, detail)));
  }
}
