package dev.podium.ingest.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.util.List;

/**
 * A page, as the service answers it.
 *
 * @param revisionCount all that there are
 * @param visit when and why it is fetched; null for a page that no listing has linked
 * @param revisions the latest captures, newest first; null in a list of pages
 */
record PageView(
    String id,
    String url,
    String source,
    int revisionCount,
    Visits.Visit visit,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<RevisionView> revisions) {

  /** The most revisions that one answer holds. */
  static final int MAX_REVISIONS = 1000;

  static PageView of(PageRow row, Visits.Visit visit, List<RevisionRow> revisions) {
    return new PageView(
        row.id,
        row.url,
        row.source,
        row.revisions,
        visit,
        revisions == null ? null : revisions.stream().map(RevisionView::brief).toList());
  }

  /** A page that could not be fetched yet. */
  static PageView unseen(String id, Visits.Visited known) {
    return new PageView(id, known.url(), known.source(), 0, known.visit(), List.of());
  }

  /**
   * A revision, as the service answers it.
   *
   * @param robots what robots.txt said when it was fetched; null for one that was sent
   * @param headers of the response, as received; null in a list of revisions
   */
  record RevisionView(
      int number,
      @UtcMillis Instant fetchedAt,
      @UtcMillis Instant seenAt,
      @UtcMillis Instant arrivedAt,
      String origin,
      String state,
      String link,
      Integer httpStatus,
      String etag,
      String lastModified,
      String contentType,
      String charset,
      String sha256,
      String textSha256,
      String robots,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<Header> headers,
      RevisionOutcome outcome) {

    static RevisionView of(RevisionRow row) {
      return of(row, Header.read(row.headers));
    }

    static RevisionView brief(RevisionRow row) {
      return of(row, null);
    }

    private static RevisionView of(RevisionRow row, List<Header> headers) {
      return new RevisionView(
          row.number,
          row.fetchedAt,
          row.seenAt,
          row.arrivedAt,
          row.origin,
          row.state,
          row.finalUrl,
          row.httpStatus,
          row.etag,
          row.lastModified,
          row.contentType,
          row.parsedCharset == null ? row.charset : row.parsedCharset,
          row.sha256,
          row.textSha256,
          row.robots,
          headers,
          new RevisionOutcome(row.outcome, row.outcomeText));
    }
  }

  /** Some pages, in the order of their ids. */
  record PageList(List<PageView> items, long total, boolean totalExact, String next) {}

  /** The answer to a page that was sent. */
  record Receipt(
      String id,
      String url,
      String source,
      int revision,
      boolean edit,
      @UtcMillis Instant fetchedAt,
      String sha256,
      RevisionOutcome outcome) {}
}
