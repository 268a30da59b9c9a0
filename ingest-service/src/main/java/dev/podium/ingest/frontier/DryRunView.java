package dev.podium.ingest.frontier;

import java.util.List;

/** What a crawl of a source would do, as the service answers it. */
record DryRunView(
    String source, List<LookView> listings, List<LookView> sitemaps, List<LookView> feeds) {

  /**
   * What was found at a listing, a sitemap or a feed.
   *
   * @param outcome {@code fetched}, or what came instead
   * @param reason in words; null where it was fetched
   * @param httpStatus the last one, or null
   * @param robots what robots.txt says, or null where it was not asked
   * @param fetchedFrom where redirects led
   * @param taken the links that would be fetched, each with the rule that takes it
   * @param leftOut the links that would not, each with the reason
   * @param further the pages of a listing, or the sitemaps of an index, that would be looked at
   *     next
   */
  record LookView(
      String url,
      String outcome,
      String reason,
      Integer httpStatus,
      String robots,
      String fetchedFrom,
      Some<LinkView> taken,
      Some<LinkView> leftOut,
      Some<String> further,
      List<String> warnings) {}

  /**
   * A link.
   *
   * @param rule that decided, or null
   */
  record LinkView(String url, String rule, String reason) {}

  /**
   * The first ones of a number of things.
   *
   * @param total how many there are
   */
  record Some<T>(int total, List<T> items) {

    static <T> Some<T> of(List<T> all, int most) {
      return new Some<>(all.size(), List.copyOf(all.subList(0, Math.min(all.size(), most))));
    }
  }
}
