package dev.podium.local.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A line now and then, for logs and pipes. */
final class PlainProgress implements Progress {

  private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

  private final PrintStream out;
  private final LongSupplier nanoTime;
  private long lastLine;
  private String lastText = "";

  PlainProgress(PrintStream out) {
    this(out, System::nanoTime);
  }

  PlainProgress(PrintStream out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
    this.lastLine = nanoTime.getAsLong() - PAUSE_NANOS;
  }

  @Override
  public synchronized void update(long done, long total, String label) {
    String text = done + "/" + total + "  " + label;
    long now = nanoTime.getAsLong();
    if (now - lastLine >= PAUSE_NANOS && !text.equals(lastText)) {
      lastLine = now;
      lastText = text;
      line(text);
    }
  }

  @Override
  public synchronized void line(String text) {
    out.println(text);
    out.flush();
  }

  @Override
  public void close() {
    // Nothing to remove.
  }
}
