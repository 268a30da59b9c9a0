package dev.podium.local.importing;

import dev.podium.local.progress.Progress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Imports a manifest: a few pages at a time, those of one address in their order. */
public final class PageImport {

  private static final int WORKERS = 4;
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
    List<Worker> workers = new ArrayList<>();
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build()) {
      for (int i = 0; i < WORKERS; i++) {
        workers.add(new Worker(new PageUpload(client, gateway), total));
      }
      manifest.read(entry -> route(entry, workers, total));
      for (Worker worker : workers) {
        worker.finish();
      }
    }
    return summary;
  }

  private void route(ManifestEntry entry, List<Worker> workers, int total)
      throws InterruptedException {
    switch (entry) {
      case ManifestEntry.Page page ->
          workers.get(Math.floorMod(page.url().hashCode(), WORKERS)).take(page);
      case ManifestEntry.Unreadable line -> failed(line.line(), line.reason(), total);
    }
  }

  private void failed(int line, String reason, int total) {
    summary.failed();
    progress.line("line " + line + ": " + reason);
    show(total);
  }

  private void show(int total) {
    progress.update(summary.done(), total, summary.parts());
  }

  /** Sends the pages that it is given, one after the other. */
  private final class Worker {

    private final BlockingQueue<Optional<ManifestEntry.Page>> queue =
        new ArrayBlockingQueue<>(WAITING);
    private final PageUpload upload;
    private final int total;
    private final Thread thread;

    Worker(PageUpload upload, int total) {
      this.upload = upload;
      this.total = total;
      this.thread = Thread.ofVirtual().name("import").start(this::work);
    }

    void take(ManifestEntry.Page page) throws InterruptedException {
      queue.put(Optional.of(page));
    }

    /** Returns when all that it was given is done. */
    void finish() throws InterruptedException {
      queue.put(Optional.empty());
      thread.join();
    }

    private void work() {
      try {
        for (var next = queue.take(); next.isPresent(); next = queue.take()) {
          send(next.get());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void send(ManifestEntry.Page page) throws InterruptedException {
      for (int attempt = 1; ; attempt++) {
        switch (upload.send(page)) {
          case UploadOutcome.Taken done -> {
            patience.success();
            summary.taken(done.isNew());
            show(total);
            return;
          }
          case UploadOutcome.Refused refused -> {
            failed(page.line(), refused.reason(), total);
            return;
          }
          case UploadOutcome.Away away -> {
            if (patience.isOver()) {
              failed(
                  page.line(), away.reason() + ", gave up after " + attempt + " attempts", total);
              return;
            }
            progress.update(summary.done(), total, "waiting: " + away.reason());
          }
        }
        LockSupport.parkNanos(patience.pauseBefore(attempt + 1).toNanos());
      }
    }
  }
}
