package dev.podium.kit.pattern;

/**
 * A text that counts how often patterns look at its characters, and ends that at a limit, so that
 * neither a pattern nor a text can make a match run long. For one match or a few, on one thread.
 */
public final class MeteredText implements CharSequence {

  private final String text;
  private final int most;
  private int steps;

  /**
   * Nothing has been looked at yet.
   *
   * @param most how many looks there may be
   */
  public MeteredText(String text, int most) {
    this.text = text;
    this.most = most;
  }

  @Override
  public char charAt(int index) {
    if (++steps > most) {
      throw new TooManyStepsException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** A match took more steps than any honest pattern needs. */
  public static final class TooManyStepsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyStepsException() {
      super("too many steps", null, false, false);
    }
  }
}
