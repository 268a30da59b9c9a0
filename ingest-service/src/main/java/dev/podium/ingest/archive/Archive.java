package dev.podium.ingest.archive;

import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.source.Source;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Takes captures of pages, and keeps as revisions those that differ from the one before. */
@ApplicationScoped
public class Archive {

  private final PageRow.Pages pages;
  private final Revisions revisions;
  private final Bodies bodies;
  private final Outbox outbox;
  private final ArchiveHealth health;
  private final Clock clock;

  Archive(
      PageRow.Pages pages,
      Revisions revisions,
      Bodies bodies,
      Outbox outbox,
      ArchiveHealth health,
      Clock clock) {
    this.pages = pages;
    this.revisions = revisions;
    this.bodies = bodies;
    this.outbox = outbox;
    this.health = health;
    this.clock = clock;
  }

  /**
   * Takes a capture: revision and outbox row are one transaction, the caller's where there is one.
   *
   * @throws ForeignPageException if the page belongs to another source
   * @throws ErasedPageException if the page was erased
   */
  public Taken take(Source source, Capture capture) {
    try {
      Taken taken = QuarkusTransaction.joiningExisting().call(() -> place(source, capture));
      health.kept();
      outbox.wake();
      return taken;
    } catch (PersistenceException | QuarkusTransactionException e) {
      health.failed(e);
      throw e;
    }
  }

  /** Notes that a page's current content was seen again. */
  @Transactional
  public void seen(String id) {
    PageRow page = pages.findById(id, LockModeType.PESSIMISTIC_WRITE);
    RevisionRow current = page == null ? null : revisions.current(id);
    if (current != null) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      current.seenAt = later(current.seenAt, now);
      page.latestAt = later(page.latestAt, now);
    }
  }

  /** Whether a page's current content has that hash. */
  @Transactional
  public boolean isCurrent(String id, String sha256) {
    RevisionRow current = revisions.current(id);
    return current != null && sha256.equals(current.sha256);
  }

  /** Whether a page of a source is there at all, and not known to be gone. */
  @Transactional
  public boolean isPresent(String id, Source source) {
    PageRow page = pages.findById(id);
    RevisionRow current = revisions.current(id);
    return page != null && page.source.equals(source.id()) && current != null && current.present();
  }

  private Taken place(Source source, Capture capture) {
    PageRow page = pages.lock(PageIds.of(capture.url()), capture.url(), source.id());
    if (page.erasure != null) {
      throw new ErasedPageException(page.url, page.erasure);
    }
    if (!page.source.equals(source.id())) {
      throw new ForeignPageException(page.url, page.source, source.id());
    }
    Instant time = freeTime(page, capture);
    boolean last = page.latestAt == null || time.isAfter(page.latestAt);
    RevisionRow there = last ? null : revisions.at(page.id, time);
    if (there != null) {
      return new Taken(page.id, page.url, there.number, false);
    }
    RevisionRow previous = page.revisions == 0 ? null : revisions.before(page.id, time);
    RevisionRow next = last ? null : revisions.after(page.id, time);
    Placement placement =
        Placement.of(neighbour(previous), neighbour(next), time, sha256(capture), text(capture));
    page.latestAt = later(page.latestAt, time);
    return switch (placement.kind()) {
      case SAME -> seenAgain(page, previous, time);
      case BYTES_ONLY -> recorded(page, capture, time, previous);
      case REVISION -> revision(page, capture, time, placement, previous, next);
    };
  }

  /** The time of the capture; a time that other content has taken moves on. */
  private Instant freeTime(PageRow page, Capture capture) {
    if (capture.origin() != Capture.Origin.IMPORT) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      return page.latestAt == null || now.isAfter(page.latestAt)
          ? now
          : page.latestAt.plusMillis(1);
    }
    Instant time = capture.time().truncatedTo(ChronoUnit.MILLIS);
    RevisionRow there = revisions.at(page.id, time);
    while (there != null && !Objects.equals(there.sha256, sha256(capture))) {
      time = time.plusMillis(1);
      there = revisions.at(page.id, time);
    }
    return time;
  }

  private Taken seenAgain(PageRow page, RevisionRow previous, Instant time) {
    previous.seenAt = later(previous.seenAt, time);
    return new Taken(page.id, page.url, previous.number, false);
  }

  private Taken recorded(PageRow page, Capture capture, Instant time, RevisionRow previous) {
    RevisionRow row = add(RevisionRows.of(page, capture, time, clock.instant()), capture);
    row.published = false;
    row.outcome(
        RevisionOutcome.Code.UNCHANGED,
        "only bytes differ from revision " + previous.number + "; its text is as it was");
    return new Taken(page.id, page.url, row.number, false);
  }

  private Taken revision(
      PageRow page,
      Capture capture,
      Instant time,
      Placement placement,
      RevisionRow previous,
      RevisionRow next) {
    RevisionRow row = add(RevisionRows.of(page, capture, time, clock.instant()), capture);
    outbox.add(page.id, row.number);
    if (placement.repeatPrevious()) {
      repeat(page, previous);
    }
    if (placement.publishNext()) {
      publish(next);
    }
    return new Taken(page.id, page.url, row.number, true);
  }

  /** The content before was seen again after the one that has come in between: a revision too. */
  private void repeat(PageRow page, RevisionRow previous) {
    RevisionRow row = RevisionRows.again(page, previous, clock.instant());
    previous.seenAt = previous.fetchedAt;
    revisions.persistAndFlush(row);
    outbox.add(page.id, row.number);
  }

  private void publish(RevisionRow next) {
    next.published = true;
    next.outcome(RevisionOutcome.Code.PENDING, RevisionRows.PENDING);
    outbox.add(next.page, next.number);
  }

  private RevisionRow add(RevisionRow row, Capture capture) {
    if (capture.content() != null) {
      bodies.store(row.sha256, capture.content().body());
    }
    revisions.persistAndFlush(row);
    return row;
  }

  private static Placement.Neighbour neighbour(RevisionRow row) {
    return row == null ? null : row.neighbour();
  }

  private static String sha256(Capture capture) {
    return capture.content() == null ? null : capture.content().sha256();
  }

  private static String text(Capture capture) {
    return capture.content() == null ? null : capture.content().textSha256();
  }

  private static Instant later(Instant a, Instant b) {
    return a == null || b.isAfter(a) ? b : a;
  }

  /**
   * What became of a capture.
   *
   * @param revision the new one, or the one that it repeats
   * @param edit whether it is a new content, which is published
   */
  public record Taken(String page, String url, int revision, boolean edit) {}
}
