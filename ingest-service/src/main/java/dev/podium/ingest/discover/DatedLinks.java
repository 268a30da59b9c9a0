package dev.podium.ingest.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The links of a listing page, as a backfill sees them.
 *
 * @param inRange those that tell a date in the range, or none
 * @param past whether all that tell a date, and at least one does, are older than the range
 */
public record DatedLinks(List<Link> inRange, boolean past) {

  /** Reads the dates of links from their addresses and from what the page says around them. */
  public static DatedLinks of(
      DateRange range, ToldDates dates, ListingPage page, List<Link> links) {
    Map<String, String> entries = page.entries();
    List<Link> inRange = new ArrayList<>();
    int older = 0;
    int dated = 0;
    for (Link link : links) {
      Optional<DateRange> told = dates.of(link.url(), entries.getOrDefault(link.url(), ""));
      if (told.isEmpty() || told.get().overlaps(range)) {
        inRange.add(link);
      }
      dated += told.isPresent() ? 1 : 0;
      older += told.isPresent() && told.get().endsBefore(range.from()) ? 1 : 0;
    }
    return new DatedLinks(List.copyOf(inRange), dated > 0 && older == dated);
  }
}
