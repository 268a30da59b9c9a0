package dev.podium.ingest.source;

import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
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
    List<String> sitemaps,
    List<String> feeds,
    Links links,
    String delay,
    String listingInterval,
    String pageInterval,
    String goneAfter,
    CalendarView calendar,
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
        source.sitemaps(),
        source.feeds(),
        Links.of(source.links()),
        source.delay().toString(),
        source.listingInterval().toString(),
        source.pageInterval().toString(),
        source.goneAfter().toString(),
        CalendarView.of(source.calendar()),
        fetched,
        reason,
        known.origin().code(),
        known.overrides(),
        known.paused(),
        known.version(),
        known.changedBy(),
        known.changedAt());
  }

  /** A listing; what its way of paging does not have is null. */
  record ListingView(
      String url,
      String paging,
      String file,
      String parameter,
      String form,
      Integer first,
      Integer step) {

    static ListingView of(Source.Listing listing) {
      String url = listing.url();
      String code = listing.paging().code();
      return switch (listing.paging()) {
        case Source.Paging.None none -> new ListingView(url, code, null, null, null, null, null);
        case Source.Paging.Suffix(String file) ->
            new ListingView(url, code, file, null, null, null, null);
        case Source.Paging.Query(String parameter, int first, int step) ->
            new ListingView(url, code, null, parameter, null, first, step);
        case Source.Paging.Path(String form, int first) ->
            new ListingView(url, code, null, null, form, first, null);
      };
    }
  }

  /** When briefings are published, in the words of a source file. */
  record CalendarView(List<String> weekdays, List<String> times, List<String> off) {

    static CalendarView of(BriefingCalendar calendar) {
      return calendar == null
          ? null
          : new CalendarView(
              calendar.weekdays().stream().sorted().map(CalendarValues::word).toList(),
              calendar.times().stream().map(LocalTime::toString).toList(),
              calendar.off().stream().map(BriefingCalendar.Off::toString).toList());
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
