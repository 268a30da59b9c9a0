package dev.podium.local.importing;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Counts what became of the lines of a manifest, or of the records of a WARC file. */
public final class ImportSummary {

  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger unchanged = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final Map<String, AtomicInteger> skipped = new ConcurrentSkipListMap<>();

  void taken(boolean isNew) {
    (isNew ? taken : unchanged).incrementAndGet();
  }

  void failed() {
    failed.incrementAndGet();
  }

  /** Notes that something is no page to be imported. */
  void skipped(String reason) {
    skipped.computeIfAbsent(reason, r -> new AtomicInteger()).incrementAndGet();
  }

  int done() {
    return taken.get() + unchanged.get() + failed.get();
  }

  public boolean hasFailures() {
    return failed.get() > 0;
  }

  /** For people. */
  public String text() {
    return done() + (done() == 1 ? " page: " : " pages: ") + parts();
  }

  String parts() {
    String pages = taken + " taken, " + unchanged + " unchanged, " + failed + " failed";
    return skipped.isEmpty() ? pages : pages + "; skipped: " + skippedParts();
  }

  private String skippedParts() {
    return skipped.entrySet().stream()
        .map(one -> one.getValue() + " " + one.getKey())
        .collect(Collectors.joining(", "));
  }
}
