package dev.podium.ingest.attention;

import dev.podium.ingest.source.Sources;
import dev.podium.kit.drain.Drain;
import dev.podium.kit.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells what a crawl does while it does it, whichever instance does it. */
@Path("/v1/sources/{id}/progress")
@Tag(name = "sources")
class ProgressResource {

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

  private final Sources sources;
  private final VisitLog visits;
  private final CrawlState crawl;
  private final AttentionSettings config;
  private final Drain drain;
  private final Clock clock;
  private final Semaphore streams;

  ProgressResource(
      Sources sources,
      VisitLog visits,
      CrawlState crawl,
      AttentionSettings config,
      Drain drain,
      Clock clock) {
    this.sources = sources;
    this.visits = visits;
    this.crawl = crawl;
    this.config = config;
    this.drain = drain;
    this.clock = clock;
    this.streams = new Semaphore(config.streams());
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  @Operation(
      summary = "The progress of a source's crawl, as server-sent events",
      description =
          "visit: what came of a visit. counts: how much is due, unseen and failing, when that"
              + " changes. heartbeat: that the stream is alive. A client that comes back with"
              + " Last-Event-ID goes on where it was, for a day.")
  public Multi<OutboundSseEvent> progress(
      @PathParam("id") String id, @HeaderParam("Last-Event-ID") String lastId, @Context Sse sse) {
    sources.existing(id);
    long place = place(lastId);
    if (!streams.tryAcquire()) {
      throw ProblemException.unavailable(
          "too-many-streams",
          "this instance serves " + config.streams() + " progress streams already");
    }
    Tail tail = new Tail(id, place, visits, crawl, config.heartbeat(), clock);
    return Multi.createBy()
        .repeating()
        .uni(() -> events(tail))
        .withDelay(EVERY)
        .whilst(events -> !drain.started())
        .onItem()
        .<Tail.Event>disjoint()
        .map(event -> sse(sse, event))
        .onTermination()
        .invoke(streams::release);
  }

  /** On a thread that may wait for the database, and only once the client has read what it got. */
  private static Uni<List<Tail.Event>> events(Tail tail) {
    return Uni.createFrom()
        .item(tail::next)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private long place(String lastId) {
    if (lastId == null || lastId.isEmpty()) {
      return visits.last();
    }
    if (!PLACE.matcher(lastId).matches()) {
      throw ProblemException.badRequest(
          "invalid-last-event-id", "the header Last-Event-ID is not an id of this stream's events");
    }
    return Long.parseLong(lastId);
  }

  private static OutboundSseEvent sse(Sse sse, Tail.Event event) {
    OutboundSseEvent.Builder builder =
        sse.newEventBuilder()
            .name(event.name())
            .mediaType(MediaType.APPLICATION_JSON_TYPE)
            .data(event.data());
    return event.id() == null ? builder.build() : builder.id(event.id().toString()).build();
  }
}
