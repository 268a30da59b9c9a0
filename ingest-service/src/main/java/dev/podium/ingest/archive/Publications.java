package dev.podium.ingest.archive;

import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.page.PageEvent;
import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Revisions as they are published. */
@ApplicationScoped
@Transactional
public class Publications {

  private final Revisions revisions;
  private final Bodies bodies;
  private final Sources sources;
  private final ErasureRow.Rows erasures;

  Publications(Revisions revisions, Bodies bodies, Sources sources, ErasureRow.Rows erasures) {
    this.erasures = erasures;
    this.revisions = revisions;
    this.bodies = bodies;
    this.sources = sources;
  }

  /** A revision's record; empty where its source is known no longer. */
  public Optional<Publication> of(String pageId, int number) {
    RevisionRows.OfPage found = revisions.withPage(pageId, number);
    return sources
        .findWithDeleted(found.page().source)
        .map(
            source ->
                new Publication(
                    found.page().url, event(source, found.revision()), body(found.revision())));
  }

  /** Notes that a revision will never be published. */
  public void refused(String pageId, int number, String reason) {
    revisions
        .findById(new RevisionRow.Key(pageId, number))
        .outcome(RevisionOutcome.Code.DEAD_LETTER, reason);
  }

  private byte[] body(RevisionRow revision) {
    return revision.present() ? bodies.load(revision.sha256) : null;
  }

  /** Of an erased page that it is, of another which of its exchanges are. */
  private List<Erased> erased(RevisionRow row) {
    boolean whole = row.state.equals(PageEvent.State.ERASED.code());
    return erasures.ofPages(List.of(row.page)).stream()
        .filter(erasure -> whole == (erasure.exchange == null))
        .map(Erasure::erased)
        .toList();
  }

  private PageEvent event(Source source, RevisionRow row) {
    return new PageEvent(
        source.id(),
        source.organisation(),
        source.series(),
        source.language(),
        source.dialect(),
        source.timeZone().getId(),
        row.page,
        row.number,
        PageEvent.State.valueOf(row.state.toUpperCase(Locale.ROOT)),
        row.fetchedAt,
        row.finalUrl,
        row.httpStatus,
        row.etag,
        row.lastModified,
        row.contentType,
        row.charset,
        row.sha256,
        erased(row));
  }

  /**
   * A revision on its way to Kafka.
   *
   * @param url canonical, the record's key
   * @param body null where the page is gone
   */
  // Handed on once and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Publication(String url, PageEvent event, byte[] body) {}
}
