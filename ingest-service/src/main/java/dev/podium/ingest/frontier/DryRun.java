package dev.podium.ingest.frontier;

import dev.podium.ingest.fetch.RobotsFile;
import dev.podium.ingest.frontier.DryRunView.LookView;
import dev.podium.ingest.source.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks once at the first page of each listing of a source, and at its sitemaps and feeds, as a
 * crawl would, and says what it would do. Archive and frontier stay as they are; each host is asked
 * in its turn.
 */
@ApplicationScoped
class DryRun {

  /** Whoever waits for the answer waits no longer than this for turns. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Visitor visitor;
  private final HostTurns turns;
  private final Clock clock;

  DryRun(Visitor visitor, HostTurns turns, Clock clock) {
    this.visitor = visitor;
    this.turns = turns;
    this.clock = clock;
  }

  DryRunView of(Source source) {
    Instant end = clock.instant().plus(PATIENCE);
    List<String> listings = source.listings().stream().map(Source.Listing::url).toList();
    return new DryRunView(
        source.id(),
        looks(source, Entry.Kind.LISTING, listings, end),
        looks(source, Entry.Kind.SITEMAP, source.sitemaps(), end),
        looks(source, Entry.Kind.FEED, source.feeds(), end));
  }

  private List<LookView> looks(Source source, Entry.Kind kind, List<String> urls, Instant end) {
    return urls.stream().map(url -> look(source, entry(source, kind, url), end)).toList();
  }

  private LookView look(Source source, Entry first, Instant end) {
    Entry entry = first;
    while (true) {
      Optional<HostTurns.Turn> turn = turns.await(entry.host(), source.delay(), end);
      if (turn.isEmpty()) {
        return DryRunReport.waiting(entry, turns.next(entry.host()));
      }
      Entry asked = entry(entry, entry.target(), entry.hops(), turn.get().robots());
      Visitor.Brought brought = visit(asked, turn.get(), source);
      if (brought.result() instanceof VisitResult.Hop hop && asked.hops() < Schedule.MAX_HOPS) {
        entry = entry(asked, hop.address(), asked.hops() + 1, null);
      } else if (!(brought.result() instanceof VisitResult.RobotsRead)) {
        return new DryRunReport(source, asked).of(brought);
      }
    }
  }

  private Visitor.Brought visit(Entry entry, HostTurns.Turn turn, Source source) {
    Duration pause = source.delay();
    try {
      Visitor.Brought brought = visitor.visit(entry);
      if (brought.robotsFile() != null) {
        turns.keep(turn, brought.robotsFile(), entry.robotsAddress());
      }
      if (brought.result() instanceof VisitResult.Throttled(int status, Duration asked)
          && asked != null
          && asked.compareTo(pause) > 0) {
        pause = asked;
      }
      return brought;
    } finally {
      turns.end(turn, pause);
    }
  }

  /** What a source is discovered by, as the frontier has it when it was never fetched. */
  private static Entry entry(Source source, Entry.Kind kind, String url) {
    String id = FrontierTable.id(url);
    return new Entry(
        id,
        kind,
        source.id(),
        url,
        Hosts.of(url),
        null,
        0,
        source.listingInterval(),
        0,
        null,
        null,
        null,
        null,
        id,
        0,
        0,
        null,
        Watch.NEW,
        null);
  }

  /**
   * The same on its way.
   *
   * @param target what is fetched: its address, or where it led
   * @param robots of the target's host, or null where it must be asked for
   */
  private static Entry entry(Entry entry, String target, int hops, RobotsFile robots) {
    return new Entry(
        entry.id(),
        entry.kind(),
        entry.source(),
        entry.address(),
        Hosts.of(target),
        hops == 0 ? null : target,
        hops,
        entry.interval(),
        entry.failures(),
        entry.missingSince(),
        entry.etag(),
        entry.lastModified(),
        entry.sha256(),
        entry.listing(),
        entry.number(),
        entry.hostFailures(),
        robots,
        entry.watch(),
        entry.distrust());
  }
}
