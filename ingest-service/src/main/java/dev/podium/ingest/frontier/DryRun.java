package dev.podium.ingest.frontier;

import dev.podium.ingest.frontier.DryRunView.ListingView;
import dev.podium.ingest.source.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks once at the first page of each listing of a source, as a crawl would, and says what it
 * would do. Archive and frontier stay as they are; each host is asked in its turn.
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
    List<ListingView> listings = new ArrayList<>();
    for (Source.Listing listing : source.listings()) {
      listings.add(listing(source, listing, end));
    }
    return new DryRunView(source.id(), listings);
  }

  private ListingView listing(Source source, Source.Listing listing, Instant end) {
    Entry entry = entry(source, listing);
    while (true) {
      Optional<HostTurns.Turn> turn = turns.await(entry.host(), end);
      if (turn.isEmpty()) {
        return DryRunReport.waiting(listing, entry, turns.next(entry.host()));
      }
      Entry asked = with(entry, entry.host(), entry.hop(), entry.hops(), turn.get());
      Visitor.Brought brought = visit(asked, turn.get(), source);
      if (brought.result() instanceof VisitResult.Hop hop && entry.hops() < Schedule.MAX_HOPS) {
        entry = with(entry, hop.host(), hop.address(), entry.hops() + 1, turn.get());
      } else if (!(brought.result() instanceof VisitResult.RobotsRead)) {
        return new DryRunReport(source, listing, asked).of(brought);
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

  private static Entry entry(Source source, Source.Listing listing) {
    String id = FrontierTable.id(listing.url());
    return new Entry(
        id,
        Entry.Kind.LISTING,
        source.id(),
        listing.url(),
        Hosts.of(listing.url()),
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

  private static Entry with(Entry entry, String host, String hop, int hops, HostTurns.Turn turn) {
    return new Entry(
        entry.id(),
        entry.kind(),
        entry.source(),
        entry.address(),
        host,
        hop,
        hops,
        entry.interval(),
        0,
        null,
        null,
        null,
        null,
        entry.listing(),
        0,
        0,
        turn.robots(),
        Watch.NEW,
        null);
  }
}
