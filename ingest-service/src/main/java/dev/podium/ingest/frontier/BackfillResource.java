package dev.podium.ingest.frontier;

import dev.podium.ingest.discover.DateRange;
import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.Problem.Violation;
import dev.podium.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Walks a source's listings back to what it published on some days. */
@Path("/v1/sources/{id}/backfill")
@Tag(name = "sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BackfillResource {

  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  private final Sources sources;
  private final Backfills backfills;
  private final Clock clock;

  BackfillResource(Sources sources, Backfills backfills, Clock clock) {
    this.sources = sources;
    this.backfills = backfills;
    this.clock = clock;
  }

  @POST
  @Operation(
      summary = "Walks the listings of a source now, page by page, back to a range of days",
      description =
          "Of the deeper pages those links are taken that tell a date in the range, in their"
              + " address or beside it, or no date at all. The walk ends where all dates are older."
              + " Hosts' turns and delays are kept all the same.")
  @APIResponse(responseCode = "202", description = "It has begun")
  public Response backfill(
      @PathParam("id") String id, @QueryParam("from") String from, @QueryParam("to") String to) {
    Source source = CrawlResource.fetched(sources, id);
    DateRange range = range(from, to, LocalDate.now(clock.withZone(source.timeZone())));
    if (source.listings().isEmpty() && source.sitemaps().isEmpty() && source.feeds().isEmpty()) {
      throw new ProblemException(
          Problem.of(
              409,
              "nothing-to-walk",
              id + " declares no listings, sitemaps or feeds that could be walked"));
    }
    backfills.start(source, range);
    List<String> listings = source.listings().stream().map(Source.Listing::url).toList();
    return Response.accepted(
            new Queued(id, range.from(), range.to(), listings, source.sitemaps(), source.feeds()))
        .build();
  }

  private static DateRange range(String from, String to, LocalDate today) {
    List<Violation> wrong = new ArrayList<>();
    LocalDate first = day("from", from, wrong);
    LocalDate last = day("to", to, wrong);
    if (first != null && first.isAfter(today)) {
      wrong.add(new Violation("from", first + " is in the future; today is " + today));
    } else if (first != null && first.isBefore(EARLIEST)) {
      wrong.add(new Violation("from", first + " is before " + EARLIEST));
    } else if (first != null && last != null && last.isBefore(first)) {
      wrong.add(new Violation("to", last + " is before from, which is " + first));
    }
    if (!wrong.isEmpty()) {
      throw ProblemException.badRequest(wrong.getFirst().detail(), wrong);
    }
    return new DateRange(first, last);
  }

  /** A day; null, with what is wrong noted, where it is none. */
  private static LocalDate day(String name, String text, List<Violation> wrong) {
    if (text == null || text.isBlank()) {
      wrong.add(new Violation(name, name + " is missing; write a day as 2024-04-03"));
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text.strip());
      if (!day.isAfter(LATEST)) {
        return day;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    wrong.add(new Violation(name, '"' + text + "\" is no day; write it as 2024-04-03"));
    return null;
  }

  /**
   * The answer: what was made due, each to be read in its host's turn.
   *
   * @param listings the first pages, from which the walk goes on
   */
  record Queued(
      String source,
      LocalDate from,
      LocalDate to,
      List<String> listings,
      List<String> sitemaps,
      List<String> feeds) {}
}
