package dev.podium.ingest.archive;

import dev.podium.contracts.page.PageEvent;
import java.time.Instant;
import java.util.Locale;

/** Makes revisions. */
final class RevisionRows {

  static final String PENDING = "waits for the parser";

  /** A revision with its page. */
  record OfPage(PageRow page, RevisionRow revision) {}

  static RevisionRow of(PageRow page, Capture capture, Instant time, Instant now) {
    RevisionRow row = next(page, time, now);
    row.origin = capture.origin().name().toLowerCase(Locale.ROOT);
    row.state = capture.state().code();
    row.finalUrl = capture.finalUrl();
    row.httpStatus = capture.httpStatus();
    row.etag = capture.etag();
    row.lastModified = capture.lastModified();
    row.headers = Header.write(capture.headers());
    row.robots = capture.robots();
    if (capture.content() != null) {
      row.contentType = capture.content().contentType();
      row.charset = capture.content().charset();
      row.sha256 = capture.content().sha256();
      row.textSha256 = capture.content().textSha256();
    }
    return row;
  }

  /** The same content once more, at the last time that it was seen. */
  static RevisionRow again(PageRow page, RevisionRow earlier, Instant now) {
    RevisionRow row = next(page, earlier.seenAt, now);
    row.origin = earlier.origin;
    row.state = earlier.state;
    row.finalUrl = earlier.finalUrl;
    row.httpStatus = earlier.httpStatus;
    row.etag = earlier.etag;
    row.lastModified = earlier.lastModified;
    row.headers = earlier.headers;
    row.robots = earlier.robots;
    row.contentType = earlier.contentType;
    row.charset = earlier.charset;
    row.sha256 = earlier.sha256;
    row.textSha256 = earlier.textSha256;
    return row;
  }

  /** The last one of a page that is erased, which says so. */
  static RevisionRow erased(PageRow page, Instant time, Instant now, String erasure) {
    RevisionRow row = next(page, time, now);
    row.origin = "erasure";
    row.state = PageEvent.State.ERASED.code();
    row.finalUrl = page.url;
    row.outcome(RevisionOutcome.Code.ERASED, "erased on demand: " + erasure);
    return row;
  }

  private static RevisionRow next(PageRow page, Instant time, Instant now) {
    page.revisions++;
    RevisionRow row = new RevisionRow();
    row.page = page.id;
    row.number = page.revisions;
    row.fetchedAt = time;
    row.seenAt = time;
    row.arrivedAt = now;
    row.published = true;
    row.outcome(RevisionOutcome.Code.PENDING, PENDING);
    return row;
  }

  private RevisionRows() {}
}
