package dev.podium.local.progress;

/** Shows how far something is: a bar on a terminal, plain lines elsewhere. */
public interface Progress extends AutoCloseable {

  /** The state now; may be called as often as one likes, and from any thread. */
  void update(long done, long total, String label);

  /** A line that stays. */
  void line(String text);

  /** Removes the bar. */
  @Override
  void close();

  /** For standard output, as the shell that started us found it. */
  static Progress onStandardOutput() {
    return Boolean.getBoolean("podium.terminal")
        ? new TerminalProgress(System.out, Integer.getInteger("podium.columns", 80))
        : new PlainProgress(System.out);
  }
}
