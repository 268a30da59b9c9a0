package dev.podium.ingest.source;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A publisher's series of briefings in one language, as its YAML file declares it.
 *
 * @param language BCP 47
 * @param dialect id of the dialect that its pages are written in, or null
 * @param delay between two requests to one host
 * @param listingInterval how often the first page of a listing is looked at
 * @param pageInterval how soon a known page is looked at again; it lengthens while nothing changes
 * @param goneAfter how long a page must stay missing before it is taken for gone
 * @param calendar when it publishes, or null where its file does not say
 * @param volatileSelectors CSS selectors of the parts of a page that change without meaning
 * @param shipped whether it came with the service, and so is fetched only when live
 */
public record Source(
    String id,
    String name,
    String organisation,
    String series,
    String language,
    ZoneId timeZone,
    String dialect,
    List<Listing> listings,
    LinkRules links,
    Duration delay,
    Duration listingInterval,
    Duration pageInterval,
    Duration goneAfter,
    BriefingCalendar calendar,
    List<String> volatileSelectors,
    boolean shipped) {

  public Source {
    listings = List.copyOf(listings);
    volatileSelectors = List.copyOf(volatileSelectors);
  }

  /** A page that links the source's briefings, newest first. */
  public record Listing(String url, Paging paging) {}

  /** How a listing goes on. */
  public enum Paging {
    /** It has one page. */
    NONE,
    /** Its further pages lie beside it: {@code default_1.html}, {@code default_2.html} ... */
    SUFFIX;

    /** The words that a source file may use. */
    static Set<String> codes() {
      return new TreeSet<>(Set.of("none", "suffix"));
    }
  }
}
