package dev.podium.local.progress;

import java.io.PrintStream;

/** One line that is drawn again and again. */
final class TerminalProgress implements Progress {

  private static final int BAR = 24;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final int columns;
  private String drawn = "";

  TerminalProgress(PrintStream out, int columns) {
    this.out = out;
    this.columns = Math.max(columns, BAR + 10);
  }

  @Override
  public synchronized void update(long done, long total, String label) {
    String next = draw(done, total, label);
    if (!next.equals(drawn)) {
      drawn = next;
      out.print(CLEAR + drawn);
      out.flush();
    }
  }

  private String draw(long done, long total, String label) {
    double share = total <= 0 ? 0 : Math.clamp((double) done / total, 0, 1);
    int full = (int) Math.round(share * BAR);
    String text =
        "["
            + "#".repeat(full)
            + ".".repeat(BAR - full)
            + "] "
            + String.format("%3d%%", (int) (share * 100))
            + "  "
            + label;
    return text.length() < columns ? text : text.substring(0, columns - 1);
  }

  @Override
  public synchronized void line(String text) {
    out.print(CLEAR);
    out.println(text);
    out.print(drawn);
    out.flush();
  }

  @Override
  public synchronized void close() {
    out.print(CLEAR);
    out.flush();
    drawn = "";
  }
}
