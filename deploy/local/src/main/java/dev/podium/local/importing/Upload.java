package dev.podium.local.importing;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.time.Instant;

/**
 * A page to be sent.
 *
 * @param position where it stands in what is imported: a line, or a byte
 * @param place the same for people
 * @param contentType null for a page that was gone
 * @param goneStatus the HTTP status that said that the page was gone; null where it was there
 * @param fetchedAt null when nobody knows
 */
record Upload(
    long position,
    String place,
    String url,
    String contentType,
    String source,
    Integer goneStatus,
    Instant fetchedAt,
    Body body) {

  /** The bytes, given out once for each attempt. */
  interface Body {

    BodyPublisher publisher() throws FileNotFoundException;
  }
}
