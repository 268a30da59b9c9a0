package dev.podium.ingest.frontier;

import dev.podium.ingest.attention.Journal;
import dev.podium.ingest.attention.Yields;
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
  private final TurnEnds ends;
  private final HabitsOfSources habits;
  private final Yields yields;
  private final Journal journal;
  private final Schedule schedule;
  private final MeterRegistry metrics;
  private final Clock clock;

  Crawler(
      Sources sources,
      Visitor visitor,
      Arrivals arrivals,
      FrontierTable frontier,
      Turns turns,
      TurnEnds ends,
      HabitsOfSources habits,
      Yields yields,
      Journal journal,
      FrontierSettings config,
      MeterRegistry metrics,
      Clock clock) {
    this.sources = sources;
    this.visitor = visitor;
    this.arrivals = arrivals;
    this.frontier = frontier;
    this.turns = turns;
    this.ends = ends;
    this.habits = habits;
    this.yields = yields;
    this.journal = journal;
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
    Settled settled;
    try {
      settled = QuarkusTransaction.requiringNew().call(() -> take(entry, source, brought));
    } catch (LostTurnException e) {
      LOG.warnf("a visit to %s came to nothing: %s", entry.target(), e.getMessage());
      return;
    }
    VisitResult result = settled.result();
    metrics
        .counter("podium.ingest.visits", "result", result.code(), "source", source.id())
        .increment();
    journal.note(visit(entry, settled));
    log(entry, result);
  }

  private record Settled(VisitResult result, NextVisit next) {}

  /**
   * Archive, outbox and frontier in one transaction.
   *
   * @throws LostTurnException if the turn was lost meanwhile
   */
  private Settled take(Entry entry, Source source, Visitor.Brought brought) {
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
    boolean gone = gone(entry, source, result, brought.robots(), now);
    NextVisit next = schedule.after(entry, result, source, gone, habits.of(source), now);
    if (!ends.end(entry, turns.lease(), next, arrival.validators(), brought.robots())) {
      // What it brought may be older than what whoever has the entry now has archived.
      throw new LostTurnException();
    }
    honesty(entry, result, now);
    if (entry.kind() != Entry.Kind.PAGE && brought.page() != null) {
      listing(entry, source, arrival);
    }
    return new Settled(result, next);
  }

  /** A 304 is checked in the host's next turn: an edit that is found then was hidden by it. */
  private void honesty(Entry entry, VisitResult result, Instant now) {
    if (!entry.watch().doubted()) {
      return;
    }
    if (result instanceof VisitResult.Changed) {
      turns.distrust(entry.host(), "a 304 hid an edit of " + entry.target() + " at " + now);
      metrics.counter("podium.ingest.checked", "result", "lie").increment();
      LOG.warnf("a 304 of %s hid an edit; its 304s are not believed any more", entry.host());
    } else if (result instanceof VisitResult.Unchanged) {
      metrics.counter("podium.ingest.checked", "result", "truth").increment();
    }
  }

  /** What a listing that is known links for the first time was published just now. */
  private void listing(Entry entry, Source source, Arrivals.Arrival arrival) {
    if (arrival.links() == null) {
      yields.again(entry.id());
    } else {
      yields.note(source.id(), entry.id(), entry.address(), arrival.links());
    }
    boolean known = entry.number() == 0 && entry.watch().looks() > 0;
    if (known && arrival.result() instanceof VisitResult.Changed) {
      frontier.fresh(source.id(), EditWatch.fresh(source));
    }
  }

  private boolean gone(Entry entry, Source source, VisitResult result, String robots, Instant now) {
    if (!(result instanceof VisitResult.Missing missing) || entry.missingSince() == null) {
      return false;
    }
    if (now.isBefore(entry.missingSince().plus(source.goneAfter()))) {
      return false;
    }
    arrivals.gone(entry, source, missing, robots);
    return true;
  }

  private Journal.Visit visit(Entry entry, Settled settled) {
    return new Journal.Visit(
        entry.source(),
        entry.id(),
        FrontierTable.code(entry.kind()),
        entry.address(),
        entry.hop(),
        settled.result().code(),
        Causes.of(settled.result()),
        settled.next().reason(),
        clock.instant());
  }

  private static void log(Entry entry, VisitResult result) {
    if (result instanceof VisitResult.Failed
        || result instanceof VisitResult.Throttled
        || result instanceof VisitResult.RobotsFailed) {
      // The first in a row only: the state of the page tells the rest.
      if (entry.failures() == 0 && entry.hostFailures() == 0) {
        LOG.warnf("visit: %s", result);
      }
    } else {
      LOG.debugf("visit: %s", result);
    }
  }
}
