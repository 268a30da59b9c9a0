package dev.podium.parse.briefing;

import dev.podium.contracts.page.PageEvent;
import java.time.Instant;

/**
 * What is known of a page beside its bytes.
 *
 * @param url canonical
 * @param dialect that the source declares, or null
 * @param contentType as received, or null
 * @param charset of the Content-Type header, or null
 * @param sha256 of the body, lower-case hex
 */
public record PageFacts(
    String url,
    String pageId,
    String source,
    String organisation,
    String series,
    String language,
    String dialect,
    String timeZone,
    int revision,
    Instant fetchedAt,
    String finalUrl,
    String contentType,
    String charset,
    String sha256) {

  /** The facts of an event, whose key is the page's address. */
  public static PageFacts of(String url, PageEvent event) {
    return new PageFacts(
        url,
        event.pageId(),
        event.source(),
        event.organisation(),
        event.series(),
        event.language(),
        event.dialect(),
        event.timeZone(),
        event.revision(),
        event.fetchedAt(),
        event.finalUrl(),
        event.contentType(),
        event.charset(),
        event.sha256());
  }
}
