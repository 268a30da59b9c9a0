package dev.podium.ingest.frontier;

import dev.podium.ingest.fetch.RobotsFile;
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
    Entry entry = entry(source, listing, listing.url(), 0, null);
    while (true) {
      Optional<HostTurns.Turn> turn = turns.await(entry.host(), source.delay(), end);
      if (turn.isEmpty()) {
        return DryRunReport.waiting(listing, entry, turns.next(entry.host()));
      }
      Entry asked = entry(source, listing, entry.target(), entry.hops(), turn.get().robots());
      Visitor.Brought brought = visit(asked, turn.get(), source);
      if (brought.result() instanceof VisitResult.Hop hop && asked.hops() < Schedule.MAX_HOPS) {
        entry = entry(source, listing, hop.address(), asked.hops() + 1, null);
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

  /**
   * The first page of a listing, as the frontier has one that was never fetched.
   *
   * @param target what is fetched: the listing, or where it led
   * @param robots of the target's host, or null where it must be asked for
   */
  private static Entry entry(
      Source source, Source.Listing listing, String target, int hops, RobotsFile robots) {
    String id = FrontierTable.id(listing.url());
    return new Entry(
        id,
        Entry.Kind.LISTING,
        source.id(),
        listing.url(),
        Hosts.of(target),
        hops == 0 ? null : target,
        hops,
        source.listingInterval(),
        0,
        null,
        null,
        null,
        null,
        id,
        0,
        0,
        robots,
        Watch.NEW,
        null);
  }
}
