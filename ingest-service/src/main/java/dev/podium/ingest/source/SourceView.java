package dev.podium.ingest.source;

import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A source, as the service answers it.
 *
 * @param fetched whether its pages are fetched
 * @param reason why they are, or are not
 * @param origin where it is declared: shipped, folder or rest
 * @param overrides whether it was declared over REST in place of a file
 * @param version of the last change over REST, which the ETag is made of; 0 where there is none
 * @param changedBy the address that it came from, or null
 * @param changedAt when that was, or null
 */
record SourceView(
    String id,
    String name,
    String organisation,
    String series,
    String language,
    String timeZone,
    String dialect,
    List<ListingView> listings,
    Links links,
    String delay,
    String listingInterval,
    String pageInterval,
    String goneAfter,
    boolean fetched,
    String reason,
    String origin,
    boolean overrides,
    boolean paused,
    long version,
    String changedBy,
    @UtcMillis Instant changedAt) {

  static SourceView of(KnownSource known, boolean fetched, String reason) {
    Source source = known.source();
    return new SourceView(
        source.id(),
        source.name(),
        source.organisation(),
        source.series(),
        source.language(),
        source.timeZone().getId(),
        source.dialect(),
        source.listings().stream().map(ListingView::of).toList(),
        Links.of(source.links()),
        source.delay().toString(),
        source.listingInterval().toString(),
        source.pageInterval().toString(),
        source.goneAfter().toString(),
        fetched,
        reason,
        known.origin().code(),
        known.overrides(),
        known.paused(),
        known.version(),
        known.changedBy(),
        known.changedAt());
  }

  record ListingView(String url, String paging) {

    static ListingView of(Source.Listing listing) {
      return new ListingView(listing.url(), listing.paging().name().toLowerCase(Locale.ROOT));
    }
  }

  record Links(List<String> include, List<String> exclude) {

    static Links of(LinkRules rules) {
      return new Links(
          rules.include().stream().map(Pattern::pattern).toList(),
          rules.exclude().stream().map(Pattern::pattern).toList());
    }
  }

  record SourceList(List<SourceView> items, long total, boolean totalExact, String next) {}
}
