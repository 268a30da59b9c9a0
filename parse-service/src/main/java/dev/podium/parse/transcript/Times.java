package dev.podium.parse.transcript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times in brackets that transcripts of recordings set beside their labels: {@code (00:22)},
 * {@code [01:02:33]}. They are said by nobody, and make no other label.
 */
final class Times {

  private static final Pattern TIME = Pattern.compile("[(\\[]\\d{1,2}:\\d{2}(:\\d{2})?[)\\]]");
  private static final int LONGEST = "(00:00:00)".length();

  /** A label without the time at its end. */
  static String without(String label) {
    int open = Math.max(label.lastIndexOf('('), label.lastIndexOf('['));
    boolean timed = open >= 0 && behind(label, open) == label.length();
    return timed ? label.substring(0, open).strip() : label;
  }

  /** The first place behind a time and blanks; the same where there is no time. */
  static int after(String line, int at) {
    int end = behind(line, at);
    return end == at ? at : Marks.skipBlanks(line, end);
  }

  private static int behind(String line, int at) {
    if (at >= line.length() || (line.charAt(at) != '(' && line.charAt(at) != '[')) {
      return at;
    }
    Matcher time = TIME.matcher(line).region(at, Math.min(line.length(), at + LONGEST));
    return time.lookingAt() ? time.end() : at;
  }

  private Times() {}
}
