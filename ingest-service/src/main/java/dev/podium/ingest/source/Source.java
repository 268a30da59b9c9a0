package dev.podium.ingest.source;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * A publisher's series of briefings in one language, as its YAML file declares it.
 *
 * @param language BCP 47
 * @param dialect id of the dialect that its pages are written in, or null
 * @param sitemaps addresses of sitemaps, or of indexes of them
 * @param feeds addresses of RSS or Atom feeds
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
    List<String> sitemaps,
    List<String> feeds,
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
    sitemaps = List.copyOf(sitemaps);
    feeds = List.copyOf(feeds);
    volatileSelectors = List.copyOf(volatileSelectors);
  }

  /** A page that links the source's briefings, newest first. */
  public record Listing(String url, Paging paging) {}

  /** How a listing goes on. */
  public sealed interface Paging {

    /** The word that a source file uses for it. */
    String code();

    /** It has one page. */
    record None() implements Paging {

      @Override
      public String code() {
        return "none";
      }
    }

    /**
     * Its further pages lie beside it: {@code default_1.html}, {@code default_2.html} ...
     *
     * @param file the name of its first page, for listings that do not say it; may be null
     */
    record Suffix(String file) implements Paging {

      @Override
      public String code() {
        return "suffix";
      }
    }

    /**
     * A parameter tells its pages apart: {@code ?page=2}.
     *
     * @param first the parameter's value on the first page
     * @param step between the values of two pages
     */
    record Query(String parameter, int first, int step) implements Paging {

      @Override
      public String code() {
        return "query";
      }
    }

    /**
     * A part of the path tells its pages apart: {@code page/2/}.
     *
     * @param form the path below the listing, with {@code {number}} in it
     * @param first the number of the first page
     */
    record Path(String form, int first) implements Paging {

      /** What stands for the number. */
      public static final String NUMBER = "{number}";

      @Override
      public String code() {
        return "path";
      }
    }
  }
}
