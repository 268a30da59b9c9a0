package dev.podium.local.importing;

import dev.podium.local.progress.Progress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** Imports a manifest: a few pages at a time, those of one address in their order. */
public final class PageImport {

  private static final int WAITING = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final URI gateway;
  private final Progress progress;
  private final ImportSummary summary = new ImportSummary();
  private final Patience patience;

  public PageImport(URI gateway, Progress progress) {
    this(gateway, progress, new Patience(PATIENCE, System::nanoTime));
  }

  PageImport(URI gateway, Progress progress, Patience patience) {
    this.gateway = gateway;
    this.progress = progress;
    this.patience = patience;
  }

  /** Sends every page that can be sent; names each line that fails and goes on. */
  public ImportSummary run(Manifest manifest) throws IOException, InterruptedException {
    int total = manifest.size();
    try (HttpClient client = PageUpload.client()) {
      Uploads uploads = new Uploads(client, gateway, patience, WAITING, new Told(total));
      manifest.read(entry -> route(entry, uploads, total));
      uploads.finish();
    }
    return summary;
  }

  private void route(ManifestEntry entry, Uploads uploads, int total) throws InterruptedException {
    switch (entry) {
      case ManifestEntry.Page page -> uploads.add(upload(page));
      case ManifestEntry.Unreadable line -> failed(place(line.line()), line.reason(), total);
    }
  }

  private static Upload upload(ManifestEntry.Page page) {
    return new Upload(
        page.line(),
        place(page.line()),
        page.url().toString(),
        page.contentType(),
        page.source(),
        null,
        page.fetchedAt(),
        () -> BodyPublishers.ofFile(page.file()));
  }

  private static String place(int line) {
    return "line " + line;
  }

  private void failed(String place, String reason, int total) {
    summary.failed();
    progress.line(place + ": " + reason);
    show(total);
  }

  private void show(int total) {
    progress.update(summary.done(), total, summary.parts());
  }

  /** Counts and shows what becomes of the pages. */
  private final class Told implements Uploads.Listener {

    private final int total;

    Told(int total) {
      this.total = total;
    }

    @Override
    public void taken(Upload page, boolean isNew) {
      summary.taken(isNew);
      show(total);
    }

    @Override
    public void refused(Upload page, String reason) {
      failed(page.place(), reason, total);
    }

    @Override
    public void gaveUp(Upload page, String reason) {
      failed(page.place(), reason, total);
    }

    @Override
    public void waiting(String reason) {
      progress.update(summary.done(), total, "waiting: " + reason);
    }
  }
}
