package dev.podium.ingest.attention;

import dev.podium.ingest.attention.HealthView.AlarmView;
import dev.podium.ingest.attention.HealthView.HostView;
import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a source does, and whether anything is the matter with it. */
@Path("/v1/sources/{id}/health")
@Tag(name = "sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Transactional
class HealthResource {

  private final Sources sources;
  private final CrawlState crawl;
  private final Rhythms rhythms;
  private final VisitLog visits;
  private final AlarmTable alarms;
  private final Clock clock;

  HealthResource(
      Sources sources,
      CrawlState crawl,
      Rhythms rhythms,
      VisitLog visits,
      AlarmTable alarms,
      Clock clock) {
    this.sources = sources;
    this.crawl = crawl;
    this.rhythms = rhythms;
    this.visits = visits;
    this.alarms = alarms;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "How a source does",
      description =
          "Last success, next fetch, lag, what went wrong in the last day by cause, its hosts and"
              + " its alarms.")
  public HealthView health(@PathParam("id") String id) {
    Source source = sources.existing(id).source();
    Instant now = clock.instant();
    CrawlState.Counts counts = crawl.counts(id);
    return new HealthView(
        id,
        sources.fetched(source),
        counts.lastSuccess(),
        counts.nextFetch(),
        counts.lag(now).toSeconds(),
        counts.entries(),
        counts.due(),
        counts.unseen(),
        counts.failing(),
        crawl.arrivals(id).last(),
        rhythms.of(source).next(now),
        visits.count(id),
        visits.errors(id),
        crawl.hosts(id).stream().map(HostView::of).toList(),
        alarms.raised().stream()
            .filter(alarm -> alarm.source().equals(id))
            .map(AlarmView::of)
            .toList());
  }
}
