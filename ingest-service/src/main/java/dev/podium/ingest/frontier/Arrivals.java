package dev.podium.ingest.frontier;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.ingest.archive.Archive;
import dev.podium.ingest.archive.Capture;
import dev.podium.ingest.archive.Content;
import dev.podium.ingest.archive.ErasedPageException;
import dev.podium.ingest.archive.ForeignPageException;
import dev.podium.ingest.archive.Header;
import dev.podium.ingest.frontier.FrontierTable.Validators;
import dev.podium.ingest.source.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes what a visit brought: pages into the archive, what others tell of into the frontier. */
@ApplicationScoped
class Arrivals {

  private final Archive archive;
  private final ListingArrivals listings;
  private final ToldArrivals told;
  private final LanguageArrivals languages;

  Arrivals(
      Archive archive, ListingArrivals listings, ToldArrivals told, LanguageArrivals languages) {
    this.archive = archive;
    this.listings = listings;
    this.told = told;
    this.languages = languages;
  }

  /**
   * What came of it, and what a later request may ask with.
   *
   * @param links how many a listing, sitemap or feed had that the rules take; null for a page, and
   *     where there are as many as the last time
   */
  record Arrival(VisitResult result, Validators validators, Integer links) {

    Arrival(VisitResult result, Validators validators) {
      this(result, validators, null);
    }
  }

  Arrival take(Entry entry, Source source, Visitor.Page page) {
    if (page.fetched() == null) {
      return asItWas(entry);
    }
    return switch (entry.kind()) {
      case PAGE -> page(entry, source, page);
      case LISTING -> listings.take(entry, source, page);
      case SITEMAP -> told.sitemap(entry, source, page);
      case FEED -> told.feed(entry, source, page);
    };
  }

  /** Takes a page for gone, if it was there. */
  void gone(Entry entry, Source source, VisitResult.Missing missing, String robots) {
    if (entry.kind() == Entry.Kind.PAGE && archive.isPresent(entry.id(), source)) {
      archive.take(
          source, capture(entry, missing.status(), null, null, missing.headers(), robots, null));
    }
  }

  private Arrival asItWas(Entry entry) {
    if (entry.kind() == Entry.Kind.PAGE) {
      archive.seen(entry.id());
    }
    return new Arrival(new VisitResult.Unchanged("not modified"), Validators.of(entry));
  }

  private Arrival page(Entry entry, Source source, Visitor.Page page) {
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
                  Header.of(page.fetched().headers()),
                  page.robots(),
                  content));
      if (!content.sha256().equals(entry.sha256())) {
        languages.follow(entry, source, content);
      }
      return new Arrival(result(taken), validators);
    } catch (ForeignPageException | ErasedPageException e) {
      return new Arrival(new VisitResult.Refused(e.getMessage()), validators);
    }
  }

  private static VisitResult result(Archive.Taken taken) {
    return taken.edit()
        ? new VisitResult.Changed("revision " + taken.revision())
        : new VisitResult.Unchanged("as revision " + taken.revision());
  }

  private static Capture capture(
      Entry entry,
      int status,
      String etag,
      String lastModified,
      List<Header> headers,
      String robots,
      Content content) {
    return new Capture(
        CanonicalUrl.of(entry.address()),
        Capture.Origin.LIVE,
        null,
        entry.target(),
        status,
        etag,
        lastModified,
        headers,
        robots,
        content);
  }
}
