package dev.podium.local.importing;

import dev.podium.local.progress.Progress;
import dev.podium.local.server.ServerException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.netpreserve.jwarc.WarcRecord;

/** Imports the pages of a WARC file; an import that was interrupted goes on where it was. */
public final class WarcImport {

  // A page may have 10 MiB, and the program little memory.
  private static final int WAITING = 1;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long NOTED_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final URI gateway;
  private final Progress progress;
  private final String source;
  private final Patience patience;
  private final ImportSummary summary = new ImportSummary();
  private final NavigableSet<Long> pending = new ConcurrentSkipListSet<>();
  private final AtomicBoolean abandoned = new AtomicBoolean();
  private long notedAt = System.nanoTime();
  private long size;
  private volatile long read;

  /**
   * An import.
   *
   * @param source whose pages all are; null where the link rules of the sources decide
   */
  public WarcImport(URI gateway, Progress progress, String source) {
    this(gateway, progress, source, new Patience(PATIENCE, System::nanoTime));
  }

  WarcImport(URI gateway, Progress progress, String source, Patience patience) {
    this.gateway = gateway;
    this.progress = progress;
    this.source = source;
    this.patience = patience;
  }

  /**
   * Sends every page that can be sent; tells of each record that is lost, and goes on.
   *
   * @throws IOException if the file cannot be read, or the gateway does not tell of its sources
   * @throws ServerException if the source that was named is none of them
   */
  public ImportSummary run(WarcFile file, ImportPosition position)
      throws IOException, InterruptedException {
    try (HttpClient client = PageUpload.client()) {
      WarcPages pages = new WarcPages(rules(client), source);
      Uploads uploads = new Uploads(client, gateway, patience, WAITING, new Told());
      size = file.size();
      file.read(start(file, position), new Records(file, position, pages, uploads));
      uploads.finish();
    }
    if (abandoned.get()) {
      note(file, position);
      progress.line("The service stayed away. The same command goes on from here.");
    } else {
      position.clear();
    }
    return summary;
  }

  private SourceRules rules(HttpClient client) throws IOException, InterruptedException {
    SourceRules rules = SourceRules.ask(client, gateway);
    if (source != null && !rules.knows(source)) {
      throw new ServerException(
          "There is no source " + source + "; GET /v1/sources lists those that there are.");
    }
    return rules;
  }

  private long start(WarcFile file, ImportPosition position) throws IOException {
    long saved = position.read();
    if (saved == 0 || !file.startsAt(saved)) {
      return 0;
    }
    progress.line("Goes on at byte " + saved + ", where it was interrupted.");
    return saved;
  }

  private void failed(String place, String reason) {
    summary.failed();
    progress.line(place + ": " + reason);
  }

  private static String place(long position) {
    return "record at byte " + position;
  }

  /** Notes where to go on: everything before the oldest page under way is done. */
  private void note(WarcFile file, ImportPosition position) {
    Iterator<Long> underWay = pending.iterator();
    long safe = underWay.hasNext() ? underWay.next() : read;
    notedAt = System.nanoTime();
    try {
      // Of a file that was compressed as a whole, only its beginning is a place to go on.
      if (file.startsAt(safe)) {
        position.write(safe);
      }
    } catch (IOException e) {
      progress.line("How far this is cannot be noted: " + e.getMessage());
    }
  }

  /** Takes the records as they are read. */
  private final class Records implements WarcFile.Reading {

    private final WarcFile file;
    private final ImportPosition noted;
    private final WarcPages pages;
    private final Uploads uploads;

    Records(WarcFile file, ImportPosition noted, WarcPages pages, Uploads uploads) {
      this.file = file;
      this.noted = noted;
      this.pages = pages;
      this.uploads = uploads;
    }

    @Override
    public boolean record(long position, WarcRecord record)
        throws IOException, InterruptedException {
      read = position;
      if (System.nanoTime() - notedAt >= NOTED_EVERY_NANOS) {
        note(file, noted);
      }
      switch (pages.read(record)) {
        case WarcPage.Page page -> send(page(position, page));
        case WarcPage.Gone gone -> send(gone(position, gone));
        case WarcPage.Skipped skipped -> summary.skipped(skipped.reason());
        case WarcPage.Lost lost -> failed(place(position), lost.reason());
      }
      progress.update(read, size, summary.parts());
      return !abandoned.get();
    }

    private void send(Upload page) throws InterruptedException {
      pending.add(page.position());
      uploads.add(page);
    }

    private static Upload page(long position, WarcPage.Page page) {
      return new Upload(
          position,
          place(position),
          page.url(),
          page.contentType(),
          page.source(),
          null,
          page.time(),
          () -> BodyPublishers.ofByteArray(page.body()));
    }

    private static Upload gone(long position, WarcPage.Gone page) {
      return new Upload(
          position,
          place(position),
          page.url(),
          null,
          page.source(),
          page.status(),
          page.time(),
          BodyPublishers::noBody);
    }

    @Override
    public void damaged(long position, String reason) {
      failed(place(position), reason);
    }
  }

  /** Counts and shows what becomes of the pages. */
  private final class Told implements Uploads.Listener {

    @Override
    public void taken(Upload page, boolean isNew) {
      summary.taken(isNew);
      pending.remove(page.position());
    }

    @Override
    public void refused(Upload page, String reason) {
      failed(page.place(), page.url() + ": " + reason);
      pending.remove(page.position());
    }

    @Override
    public void gaveUp(Upload page, String reason) {
      failed(page.place(), page.url() + ": " + reason);
      abandoned.set(true);
    }

    @Override
    public void waiting(String reason) {
      progress.update(read, size, "waiting: " + reason);
    }
  }
}
