package dev.podium.ingest.archive;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.time.Clock;
import java.util.List;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Writes revisions as a WARC file, compressed record by record, one body in memory at a time. */
@ApplicationScoped
class WarcExport {

  private static final int BATCH = 100;
  private static final byte[] NOTHING = {};

  private final PageRow.Pages pages;
  private final Bodies bodies;
  private final RevisionWalk walk;
  private final Clock clock;

  WarcExport(PageRow.Pages pages, Bodies bodies, RevisionWalk walk, Clock clock) {
    this.pages = pages;
    this.bodies = bodies;
    this.walk = walk;
    this.clock = clock;
  }

  /** All revisions of a range. */
  void write(RevisionRange range, OutputStream out) throws IOException {
    WarcWriter writer = begin(out, WarcRecords.info(clock.instant()));
    RevisionWalk.Place place = RevisionWalk.Place.START;
    List<RevisionRow> batch = walk.all(range, place, BATCH);
    while (!batch.isEmpty()) {
      for (RevisionRow row : batch) {
        write(writer, row);
      }
      place = new RevisionWalk.Place(batch.getLast().page, batch.getLast().fetchedAt);
      batch = walk.all(range, place, BATCH);
    }
  }

  /** One revision. */
  void write(RevisionRow row, OutputStream out) throws IOException {
    write(begin(out, WarcRecords.info(row)), row);
  }

  private WarcWriter begin(OutputStream out, Warcinfo info) throws IOException {
    WarcWriter writer = new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP);
    writer.write(info);
    return writer;
  }

  private void write(WarcWriter writer, RevisionRow row) throws IOException {
    Stored stored = QuarkusTransaction.requiringNew().call(() -> stored(row));
    if (stored.body() != null) {
      writer.write(WarcRecords.response(stored.page(), row, stored.body()));
    }
    writer.write(WarcRecords.metadata(stored.page(), row, stored.body() != null));
  }

  private Stored stored(RevisionRow row) {
    PageRow page = pages.findById(row.page);
    if (page.erasure != null || page.seal != null) {
      return new Stored(page, null);
    }
    try {
      return new Stored(page, row.present() ? bodies.load(row.sha256) : NOTHING);
    } catch (DroppedBodyException e) {
      return new Stored(page, null);
    }
  }

  /** The body is null where retention has dropped it, or an erasure took it away. */
  // Handed on once and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Stored(PageRow page, byte[] body) {}
}
