package dev.podium.parse.transcript;

import dev.podium.contracts.briefing.Note;
import dev.podium.parse.dialect.LinePatterns;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds bracketed notes such as {@code (Laughter.)} in a text: what the dialect names, and whole
 * sentences or paragraphs in brackets, which are nobody's speech.
 */
final class NoteFinder {

  private static final int LONGEST = 1000;
  private static final String OPENING = "(\uff08[";
  private static final String CLOSING = ")\uff09]";
  private static final String SENTENCE_ENDS = ".!?\u2026\u3002\uff01\uff1f\u061f";

  private final String text;
  private final LinePatterns patterns;

  /** So many code points stand before this place of the text. */
  private int counted;

  private int place;

  private NoteFinder(String text, LinePatterns patterns) {
    this.text = text;
    this.patterns = patterns;
  }

  static List<Note> find(String text, LinePatterns patterns) {
    return new NoteFinder(text, patterns).find();
  }

  private List<Note> find() {
    List<Note> notes = new ArrayList<>();
    int[] next = {-2, -2, -2};
    Places brackets = new Places(text, OPENING);
    for (int i = brackets.next(0); i != Places.NONE; i = brackets.next(i + 1)) {
      int close = close(i, OPENING.indexOf(text.charAt(i)), next);
      if (close > 0 && isNote(i, close)) {
        notes.add(new Note(text.substring(i, close + 1), codePoints(i), codePoints(close + 1)));
        i = close;
      }
    }
    return notes;
  }

  /** How many code points stand before a place, which is never before the last one. */
  private int codePoints(int to) {
    counted += text.codePointCount(place, to);
    place = to;
    return counted;
  }

  /** Where the next closing bracket of this kind is; each is looked for once only. */
  private int close(int open, int kind, int[] next) {
    if (next[kind] != -1 && next[kind] < open) {
      next[kind] = text.indexOf(CLOSING.charAt(kind), open);
    }
    return next[kind] - open > LONGEST ? -1 : next[kind];
  }

  private boolean isNote(int open, int close) {
    String inside = text.substring(open + 1, close).strip();
    if (inside.isEmpty()) {
      return false;
    }
    return patterns.match(inside)
        || isParagraph(open, close)
        || isSentence(inside)
        || isRemark(inside, open, close);
  }

  private boolean isParagraph(int open, int close) {
    boolean begins = open == 0 || text.charAt(open - 1) == '\n';
    boolean ends = close + 1 == text.length() || text.charAt(close + 1) == '\n';
    return begins && ends && close - open > 3;
  }

  /** Several words behind the end of a sentence, with no sentence going on behind them. */
  private boolean isRemark(String inside, int open, int close) {
    boolean after = open < 2 || SENTENCE_ENDS.indexOf(text.charAt(open - 2)) >= 0;
    boolean last = close + 1 == text.length() || text.charAt(close + 1) == '\n';
    return after
        && (last || startsSentence(close + 1))
        && inside.indexOf(' ') > 0
        && Character.isUpperCase(inside.codePointAt(0));
  }

  private boolean startsSentence(int blank) {
    return text.charAt(blank) == ' '
        && blank + 1 < text.length()
        && Character.isUpperCase(text.codePointAt(blank + 1));
  }

  private static boolean isSentence(String inside) {
    int first = inside.codePointAt(0);
    return Character.isLetter(first)
        && !Character.isLowerCase(first)
        && inside.length() > 3
        && SENTENCE_ENDS.indexOf(inside.charAt(inside.length() - 1)) >= 0;
  }
}
