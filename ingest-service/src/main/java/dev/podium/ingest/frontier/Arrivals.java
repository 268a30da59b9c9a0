package dev.podium.ingest.frontier;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.ingest.archive.Archive;
import dev.podium.ingest.archive.Capture;
import dev.podium.ingest.archive.Content;
import dev.podium.ingest.archive.ForeignPageException;
import dev.podium.ingest.discover.ListingPage;
import dev.podium.ingest.discover.SuffixPaging;
import dev.podium.ingest.frontier.FrontierTable.Found;
import dev.podium.ingest.frontier.FrontierTable.Validators;
import dev.podium.ingest.source.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Takes what a visit brought: pages into the archive, the links of listings into the frontier. */
@ApplicationScoped
class Arrivals {

  private final Archive archive;
  private final FrontierTable frontier;

  Arrivals(Archive archive, FrontierTable frontier) {
    this.archive = archive;
    this.frontier = frontier;
  }

  /**
   * What came of it, and what a later request may ask with.
   *
   * @param links how many a listing had; null where that is not counted
   */
  record Arrival(VisitResult result, Validators validators, Integer links) {

    Arrival(VisitResult result, Validators validators) {
      this(result, validators, null);
    }
  }

  Arrival take(Entry entry, Source source, Visitor.Page page) {
    return switch (entry.kind()) {
      case PAGE -> page(entry, source, page);
      case LISTING -> listing(entry, source, page);
    };
  }

  /** Takes a page for gone, if it was there. */
  void gone(Entry entry, Source source, int status) {
    if (entry.kind() == Entry.Kind.PAGE && archive.isPresent(entry.id(), source)) {
      archive.take(source, capture(entry, status, null, null, null));
    }
  }

  private Arrival page(Entry entry, Source source, Visitor.Page page) {
    if (page.fetched() == null) {
      archive.seen(entry.id());
      return new Arrival(new VisitResult.Unchanged("not modified"), Validators.of(entry));
    }
    Content content = Content.of(page.fetched().body(), page.type(), source.volatileSelectors());
    Validators validators =
        new Validators(page.fetched().etag(), page.fetched().lastModified(), content.sha256());
    try {
      Archive.Taken taken =
          archive.take(
              source,
              capture(
                  entry,
                  page.fetched().status(),
                  page.fetched().etag(),
                  page.fetched().lastModified(),
                  content));
      return new Arrival(result(taken), validators);
    } catch (ForeignPageException e) {
      return new Arrival(new VisitResult.Refused(e.getMessage()), validators);
    }
  }

  private static VisitResult result(Archive.Taken taken) {
    return taken.edit()
        ? new VisitResult.Changed("revision " + taken.revision())
        : new VisitResult.Unchanged("as revision " + taken.revision());
  }

  private Arrival listing(Entry entry, Source source, Visitor.Page page) {
    if (page.fetched() == null) {
      return new Arrival(new VisitResult.Unchanged("not modified"), Validators.of(entry));
    }
    ListingPage listing =
        new ListingPage(page.fetched().body(), page.type().charset(), entry.target());
    List<ListingPage.Link> links = listing.links(source.links());
    int added = frontier.add(source.id(), pages(links), source.pageInterval());
    further(entry, source, listing, links.size(), added);
    String reason = links.size() + " links, " + added + " of them new";
    return new Arrival(
        added > 0 ? new VisitResult.Changed(reason) : new VisitResult.Unchanged(reason),
        new Validators(null, null, null),
        links.size());
  }

  private static List<Found> pages(List<ListingPage.Link> links) {
    return links.stream()
        .map(link -> new Found(link.address(), Entry.Kind.PAGE, "linked by a listing", null, 0))
        .toList();
  }

  private void further(Entry entry, Source source, ListingPage page, int links, int added) {
    Source.Listing listing = listing(entry, source);
    if (listing == null || listing.paging() != Source.Paging.SUFFIX) {
      return;
    }
    SuffixPaging paging = new SuffixPaging(listing.url(), page);
    List<Found> further = new ArrayList<>();
    for (int number : paging.after(entry.number(), links > 0)) {
      further.add(
          new Found(
              paging.address(number),
              Entry.Kind.LISTING,
              "a further page of a listing",
              entry.listing(),
              number));
    }
    frontier.add(source.id(), further, source.listingInterval());
    if (added > 0 && added == links) {
      // All of them new: what was on this page may have moved on to the next one.
      frontier.hasten(paging.address(entry.number() + 1));
    }
  }

  private static Source.Listing listing(Entry entry, Source source) {
    return source.listings().stream()
        .filter(one -> FrontierTable.id(one.url()).equals(entry.listing()))
        .findFirst()
        .orElse(null);
  }

  private static Capture capture(
      Entry entry, int status, String etag, String lastModified, Content content) {
    return new Capture(
        CanonicalUrl.of(entry.address()),
        Capture.Origin.LIVE,
        null,
        entry.target(),
        status,
        etag,
        lastModified,
        content);
  }
}
