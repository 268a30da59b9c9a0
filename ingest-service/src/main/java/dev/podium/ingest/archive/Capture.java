package dev.podium.ingest.archive;

import dev.podium.contracts.page.PageEvent;
import java.time.Instant;
import java.util.List;

/**
 * What was seen at an address at one time.
 *
 * @param url canonical
 * @param origin how it came
 * @param time when it was captured; null means now
 * @param finalUrl the address that was really fetched, after redirects
 * @param httpStatus null for a page that came by POST and was there
 * @param etag as received, or null
 * @param lastModified as received, or null
 * @param headers of the response as received; empty for a page that came by POST
 * @param robots what robots.txt said of the address, or null
 * @param content null where the page is gone
 */
public record Capture(
    String url,
    Origin origin,
    Instant time,
    String finalUrl,
    Integer httpStatus,
    String etag,
    String lastModified,
    List<Header> headers,
    String robots,
    Content content) {

  public Capture {
    headers = List.copyOf(headers);
  }

  /** How a capture came into the archive. */
  public enum Origin {
    /** Fetched by this service. */
    LIVE,
    /** Sent to this service. */
    POST,
    /** Sent to this service with the time of its capture. */
    IMPORT
  }

  PageEvent.State state() {
    return content == null ? PageEvent.State.GONE : PageEvent.State.PRESENT;
  }
}
