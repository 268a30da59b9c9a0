package dev.podium.ingest.source;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A source, as the service answers it.
 *
 * @param fetched whether its pages are fetched
 * @param reason why they are, or are not
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
    CalendarView calendar,
    boolean fetched,
    String reason) {

  static SourceView of(Source source, boolean fetched) {
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
        CalendarView.of(source.calendar()),
        fetched,
        reason(source, fetched));
  }

  private static String reason(Source source, boolean fetched) {
    if (!source.shipped()) {
      return "declared in the folder of extra sources";
    }
    return fetched
        ? "fetching from the real sites is switched on (INGEST_LIVE)"
        : "fetching from the real sites is not switched on (INGEST_LIVE)";
  }

  record ListingView(String url, String paging) {

    static ListingView of(Source.Listing listing) {
      return new ListingView(listing.url(), listing.paging().name().toLowerCase(Locale.ROOT));
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
