package dev.podium.ingest.frontier;

import dev.podium.ingest.fetch.RobotsFile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * An address whose turn it is.
 *
 * @param id of the page, made of the canonical address
 * @param address as it was linked
 * @param hop where a redirect leads, or null
 * @param hops how many redirects were followed so far
 * @param interval between two looks, as it is now
 * @param failures in a row
 * @param missingSince when it was first found missing, or null
 * @param etag of the body last fetched, or null
 * @param lastModified of the body last fetched, or null
 * @param sha256 of the body last fetched, or null
 * @param listing id of the declared listing, sitemap or feed that it belongs to; null for a page
 * @param number of a listing page, 0 for the first; of a sitemap, how deep it is nested
 * @param hostFailures in a row
 * @param watch what was seen of it so far
 * @param distrust why its host's 304s are not believed, or null where they are
 * @param robots the host's robots.txt, or null where it must be asked for
 */
record Entry(
    String id,
    Kind kind,
    String source,
    String address,
    String host,
    String hop,
    int hops,
    Duration interval,
    int failures,
    Instant missingSince,
    String etag,
    String lastModified,
    String sha256,
    String listing,
    int number,
    int hostFailures,
    RobotsFile robots,
    Watch watch,
    String distrust) {

  /** What an entry is fetched for. */
  enum Kind {
    LISTING,
    SITEMAP,
    FEED,
    PAGE
  }

  /** What is fetched this time. */
  String target() {
    return hop == null ? address : hop;
  }

  /** Where the host's robots.txt is. */
  String robotsAddress() {
    return URI.create(target()).resolve("/robots.txt").toString();
  }
}
