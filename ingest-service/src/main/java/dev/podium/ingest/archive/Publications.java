package dev.podium.ingest.archive;

import dev.podium.contracts.page.PageEvent;
import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Revisions as they are published. */
@ApplicationScoped
@Transactional
public class Publications {

  private final PageRow.Pages pages;
  private final Revisions revisions;
  private final Bodies bodies;
  private final Sources sources;

  Publications(PageRow.Pages pages, Revisions revisions, Bodies bodies, Sources sources) {
    this.pages = pages;
    this.revisions = revisions;
    this.bodies = bodies;
    this.sources = sources;
  }

  /**
   * Records of revisions, read together; without those whose source is known no longer. Their
   * bodies are read when they are asked for.
   */
  public Map<Published, Publication> of(List<Published> wanted) {
    List<RevisionRow> found = revisions.together(wanted);
    Map<String, PageRow> rows = pages.together(found.stream().map(row -> row.page).toList());
    BodyReader reader = bodies.reader(found.stream().filter(RevisionRow::present).toList());
    Map<Published, Publication> records = HashMap.newHashMap(found.size());
    for (RevisionRow row : found) {
      PageRow page = rows.get(row.page);
      sources
          .findWithDeleted(page.source)
          .ifPresent(
              source ->
                  records.put(
                      new Published(row.page, row.number),
                      new Publication(page.url, event(source, row), () -> body(row, reader))));
    }
    return records;
  }

  private static byte[] body(RevisionRow row, BodyReader reader) {
    return row.present() ? reader.read(row.sha256) : null;
  }

  /** Notes that a revision will never be published. */
  public void refused(String pageId, int number, String reason) {
    revisions
        .findById(new RevisionRow.Key(pageId, number))
        .outcome(RevisionOutcome.Code.DEAD_LETTER, reason);
  }

  private static PageEvent event(Source source, RevisionRow row) {
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
        row.sha256);
  }

  /** A revision that is to be published. */
  public record Published(String page, int number) {}

  /**
   * A revision on its way to Kafka.
   *
   * @param url canonical, the record's key
   * @param body null where the page is gone; throws {@link DroppedBodyException} if retention has
   *     dropped it
   */
  public record Publication(String url, PageEvent event, Supplier<byte[]> body) {}
}
