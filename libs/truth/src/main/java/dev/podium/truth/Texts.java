package dev.podium.truth;

/** Texts without what readers and writers of pages treat each in their own way. */
final class Texts {

  /** Without white space and invisible characters. */
  static String squeeze(String text) {
    return text == null ? null : text.replaceAll("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+", "");
  }

  /** With single spaces, and on one line. */
  static String fold(String text) {
    return text.replaceAll("\\p{Cf}+", "").replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  /** The beginning, for a line that a person reads. */
  static String brief(String text) {
    String line = fold(text);
    return line.length() > 60 ? line.substring(0, line.offsetByCodePoints(0, 30)) + "…" : line;
  }

  private Texts() {}
}
