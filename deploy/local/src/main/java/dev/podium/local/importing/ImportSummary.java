package dev.podium.local.importing;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what became of the lines of a manifest. */
public final class ImportSummary {

  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger unchanged = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  void taken(boolean isNew) {
    (isNew ? taken : unchanged).incrementAndGet();
  }

  void failed() {
    failed.incrementAndGet();
  }

  int done() {
    return taken.get() + unchanged.get() + failed.get();
  }

  public boolean hasFailures() {
    return failed.get() > 0;
  }

  /** For people. */
  public String text() {
    return done() + " pages: " + parts();
  }

  String parts() {
    return taken + " taken, " + unchanged + " unchanged, " + failed + " failed";
  }
}
