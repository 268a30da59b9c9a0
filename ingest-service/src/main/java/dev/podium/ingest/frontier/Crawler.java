package dev.podium.ingest.frontier;

import dev.podium.ingest.fetch.Robots;
import dev.podium.ingest.frontier.FrontierTable.Validators;
import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import dev.podium.kit.log.LogKeys;
import dev.podium.kit.record.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Carries out one turn from visit to note. */
@ApplicationScoped
class Crawler {

  private static final Logger LOG = Logger.getLogger(Crawler.class);

  private final Sources sources;
  private final Visitor visitor;
  private final Arrivals arrivals;
  private final FrontierTable frontier;
  private final Turns turns;
  private final Schedule schedule;
  private final MeterRegistry metrics;
  private final Clock clock;

  Crawler(
      Sources sources,
      Visitor visitor,
      Arrivals arrivals,
      FrontierTable frontier,
      Turns turns,
      FrontierSettings config,
      MeterRegistry metrics,
      Clock clock) {
    this.sources = sources;
    this.visitor = visitor;
    this.arrivals = arrivals;
    this.frontier = frontier;
    this.turns = turns;
    this.schedule =
        new Schedule(
            config.longestInterval(),
            new Backoff(config.firstBackoff(), config.longestBackoff()),
            () -> ThreadLocalRandom.current().nextLong());
    this.metrics = metrics;
    this.clock = clock;
  }

  void turn(Entry entry) {
    MDC.put(LogKeys.SOURCE, entry.source());
    MDC.put(LogKeys.URL, entry.target());
    Source source = sources.findWithDeleted(entry.source()).orElseThrow();
    note(entry, source, visitor.visit(entry));
  }

  /** Notes that a visit came to nothing for a reason of our own, so that it is made less often. */
  void broke(Entry entry, RuntimeException e) {
    LOG.errorf(e, "a visit to %s broke", entry.target());
    Source source = sources.findWithDeleted(entry.source()).orElseThrow();
    VisitResult failed = new VisitResult.Failed("the visit broke: " + e);
    note(entry, source, new Visitor.Brought(failed, null, null, null));
  }

  private void note(Entry entry, Source source, Visitor.Brought brought) {
    VisitResult result = QuarkusTransaction.requiringNew().call(() -> take(entry, source, brought));
    metrics.counter("podium.ingest.visits", "result", result.code()).increment();
    log(entry, result);
  }

  /** Archive, outbox and frontier in one transaction. */
  private VisitResult take(Entry entry, Source source, Visitor.Brought brought) {
    if (brought.robotsFile() != null) {
      turns.robots(
          entry.host(),
          brought.robotsFile(),
          Robots.crawlDelay(brought.robotsFile(), entry.robotsAddress()));
    }
    Arrivals.Arrival arrival =
        brought.page() == null
            ? new Arrivals.Arrival(brought.result(), Validators.of(entry))
            : arrivals.take(entry, source, brought.page());
    VisitResult result = arrival.result();
    Instant now = clock.instant();
    NextVisit next = schedule.after(entry, result, source, gone(entry, source, result, now), now);
    frontier.complete(entry, turns.lease(), next, arrival.validators(), brought.robots());
    return result;
  }

  private boolean gone(Entry entry, Source source, VisitResult result, Instant now) {
    if (!(result instanceof VisitResult.Missing(int status)) || entry.missingSince() == null) {
      return false;
    }
    if (now.isBefore(entry.missingSince().plus(source.goneAfter()))) {
      return false;
    }
    arrivals.gone(entry, source, status);
    return true;
  }

  private static void log(Entry entry, VisitResult result) {
    if (result instanceof VisitResult.Failed || result instanceof VisitResult.Throttled) {
      // The first in a row only: the state of the page tells the rest.
      if (entry.failures() == 0) {
        LOG.warnf("visit: %s", result);
      }
    } else {
      LOG.debugf("visit: %s", result);
    }
  }
}
