package dev.podium.ingest.source;

/** An address that counts how often patterns look at its characters, and ends it at a limit. */
final class Metered implements CharSequence {

  /** Many times what honest rules need for the longest address. */
  private static final int STEPS = 50_000;

  private final String text;
  private int steps;

  Metered(String text) {
    this.text = text;
  }

  @Override
  public char charAt(int index) {
    if (++steps > STEPS) {
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

  static final class TooManyStepsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyStepsException() {
      super("too many steps", null, false, false);
    }
  }
}
