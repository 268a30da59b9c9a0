package dev.podium.local.importing;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Sends pages, a few at a time, those of one address in their order. */
final class Uploads {

  private static final int WORKERS = 4;

  private final List<Worker> workers = new ArrayList<>();
  private final Patience patience;
  private final Listener listener;

  /**
   * Begins to wait for pages.
   *
   * @param waiting how many pages of each worker wait in memory
   */
  Uploads(HttpClient client, URI gateway, Patience patience, int waiting, Listener listener) {
    this.patience = patience;
    this.listener = listener;
    for (int i = 0; i < WORKERS; i++) {
      workers.add(new Worker(new PageUpload(client, gateway), waiting));
    }
  }

  /** Hears what becomes of each page, from any thread. */
  interface Listener {

    void taken(Upload page, boolean isNew);

    /** It will never be taken like this. */
    void refused(Upload page, String reason);

    /** The service stayed away for longer than anyone waits. */
    void gaveUp(Upload page, String reason);

    void waiting(String reason);
  }

  void add(Upload page) throws InterruptedException {
    workers.get(Math.floorMod(page.url().hashCode(), WORKERS)).queue.put(Optional.of(page));
  }

  /** Returns when everything is done. */
  void finish() throws InterruptedException {
    for (Worker worker : workers) {
      worker.finish();
    }
  }

  /** Sends the pages that it is given, one after the other. */
  private final class Worker {

    private final BlockingQueue<Optional<Upload>> queue;
    private final PageUpload upload;
    private final Thread thread;

    Worker(PageUpload upload, int waiting) {
      this.queue = new ArrayBlockingQueue<>(waiting);
      this.upload = upload;
      this.thread = Thread.ofVirtual().name("import").start(this::work);
    }

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

    private void send(Upload page) throws InterruptedException {
      for (int attempt = 1; ; attempt++) {
        switch (upload.send(page)) {
          case UploadOutcome.Taken done -> {
            patience.success();
            listener.taken(page, done.isNew());
            return;
          }
          case UploadOutcome.Refused refused -> {
            listener.refused(page, refused.reason());
            return;
          }
          case UploadOutcome.Away away -> {
            if (patience.isOver()) {
              listener.gaveUp(page, away.reason() + ", gave up at attempt " + attempt);
              return;
            }
            listener.waiting(away.reason());
          }
        }
        LockSupport.parkNanos(patience.pauseBefore(attempt + 1).toNanos());
      }
    }
  }
}
