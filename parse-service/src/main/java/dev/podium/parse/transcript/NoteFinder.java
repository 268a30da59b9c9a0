package dev.podium.parse.transcript;

import dev.podium.contracts.briefing.Note;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.dialect.LinePattern;
import dev.podium.parse.page.CodePoints;
import java.util.ArrayList;
import java.util.List;

/** Finds bracketed notes such as {@code (Laughter.)} in a text. */
final class NoteFinder {

  private static final int LONGEST = 200;
  private static final String OPENING = "(\uff08[";
  private static final String CLOSING = ")\uff09]";

  static List<Note> find(String text, List<LinePattern> patterns) {
    List<Note> notes = new ArrayList<>();
    CodePoints codePoints = null;
    for (int i = 0; i < text.length(); i++) {
      int kind = OPENING.indexOf(text.charAt(i));
      int close = kind < 0 ? -1 : close(text, i, CLOSING.charAt(kind));
      if (close > 0 && Dialect.any(patterns, text.substring(i + 1, close).strip())) {
        codePoints = codePoints == null ? CodePoints.of(text) : codePoints;
        notes.add(
            new Note(text.substring(i, close + 1), codePoints.at(i), codePoints.at(close + 1)));
        i = close;
      }
    }
    return notes;
  }

  private static int close(String text, int open, char bracket) {
    int end = Math.min(text.length(), open + LONGEST);
    for (int i = open + 1; i < end; i++) {
      if (text.charAt(i) == bracket) {
        return i;
      }
    }
    return -1;
  }

  private NoteFinder() {}
}
