package dev.podium.gateway.document;

import java.util.regex.Pattern;

/** Text in CommonMark, in which nothing of the text is markup. */
final class MarkdownText {

  // What can begin or end markup anywhere, also in the dialects that GitHub and Pandoc add.
  private static final Pattern ANYWHERE = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~$&@:^!=+]");
  // What is a list's mark or a heading's underline at the beginning of a line only.
  private static final Pattern DASH = Pattern.compile("^-");
  private static final Pattern NUMBER = Pattern.compile("^(\\d{1,9})([.)])");

  /** One line of text, escaped; the characters that no text has, and line ends, become spaces. */
  static String escaped(String line) {
    String text = line.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    text = ANYWHERE.matcher(text).replaceAll("\\\\$0");
    text = DASH.matcher(text).replaceFirst("\\\\-");
    return NUMBER.matcher(text).replaceFirst("$1\\\\$2");
  }

  private MarkdownText() {}
}
