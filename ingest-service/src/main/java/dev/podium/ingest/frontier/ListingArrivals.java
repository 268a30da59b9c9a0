package dev.podium.ingest.frontier;

import dev.podium.ingest.discover.DateRange;
import dev.podium.ingest.discover.DatedLinks;
import dev.podium.ingest.discover.Link;
import dev.podium.ingest.discover.ListingPage;
import dev.podium.ingest.discover.Paging;
import dev.podium.ingest.discover.ToldDates;
import dev.podium.ingest.frontier.Arrivals.Arrival;
import dev.podium.ingest.frontier.FrontierTable.Found;
import dev.podium.ingest.frontier.FrontierTable.Validators;
import dev.podium.ingest.source.Source;
import dev.podium.kit.wording.Counted;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes the links of listings, and their further pages, into the frontier. */
@ApplicationScoped
class ListingArrivals {

  private final FrontierTable frontier;
  private final Backfills backfills;

  ListingArrivals(FrontierTable frontier, Backfills backfills) {
    this.frontier = frontier;
    this.backfills = backfills;
  }

  Arrival take(Entry entry, Source source, Visitor.Page page) {
    String charset = page.type() == null ? null : page.type().charset();
    ListingPage listing = new ListingPage(page.fetched().body(), charset, entry.target());
    List<Link> links = listing.links(source.links());
    Optional<DateRange> range = backfills.at(entry);
    DatedLinks dated = range.map(days -> dated(days, source, listing, links)).orElse(null);
    // What is on the first page is taken at all times: nothing new waits for a backfill.
    List<Link> wanted = dated == null || entry.number() == 0 ? links : dated.inRange();
    int added = frontier.add(source.id(), pages(wanted), source.pageInterval());
    String print = fingerprint(links);
    boolean fruitful = !links.isEmpty() && (added > 0 || !frontier.isRepeat(entry, print));
    Further further =
        new Further(entry, source, paging(entry, source, listing).orElse(null), fruitful);
    further(further, added > 0 && added == links.size());
    String reason = Counted.of(links.size(), "link") + ", " + added + " of them new";
    if (dated != null) {
      backfill(further, range.get(), dated);
      reason += "; backfill of " + range.get() + ": " + Counted.of(dated.inRange().size(), "link");
    }
    return new Arrival(
        added > 0 ? new VisitResult.Changed(reason) : new VisitResult.Unchanged(reason),
        new Validators(null, null, print),
        links.size());
  }

  private static DatedLinks dated(
      DateRange range, Source source, ListingPage listing, List<Link> links) {
    return DatedLinks.of(range, new ToldDates(source.language()), listing, links);
  }

  private static List<Found> pages(List<Link> links) {
    return links.stream()
        .map(link -> new Found(link.address(), Entry.Kind.PAGE, "linked by a listing", null, 0))
        .toList();
  }

  private void further(Further further, boolean allNew) {
    frontier.add(further.source().id(), further.found(), further.interval());
    if (allNew) {
      // What was on this page may have moved on to the next one.
      further.next().ifPresent(next -> frontier.hasten(next.address()));
    }
  }

  private void backfill(Further further, DateRange range, DatedLinks dated) {
    backfills.retry(further.source(), dated.inRange());
    backfills.leave(further.entry());
    if (!dated.past()) {
      further
          .next()
          .ifPresent(next -> backfills.goOn(further.source(), range, next, further.interval()));
    }
  }

  /** How a listing that an entry belongs to goes on, where it does. */
  static Optional<Paging> paging(Entry entry, Source source, ListingPage page) {
    return source.listings().stream()
        .filter(one -> FrontierTable.id(one.url()).equals(entry.listing()))
        .findFirst()
        .flatMap(listing -> Paging.of(listing, page));
  }

  private static String fingerprint(List<Link> links) {
    String urls = links.stream().map(Link::url).collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(urls.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /**
   * How a listing goes on after one of its pages.
   *
   * @param paging null where it does not
   */
  private record Further(Entry entry, Source source, Paging paging, boolean fruitful) {

    List<Found> found() {
      return paging == null
          ? List.of()
          : paging.after(entry.number(), fruitful).stream().map(this::page).toList();
    }

    /** The page right behind this one. */
    Optional<Found> next() {
      return found().stream().filter(one -> one.number() > entry.number()).findFirst();
    }

    Duration interval() {
      return source.listingInterval();
    }

    private Found page(int number) {
      return new Found(
          paging.address(number),
          Entry.Kind.LISTING,
          "a further page of a listing",
          entry.listing(),
          number);
    }
  }
}
