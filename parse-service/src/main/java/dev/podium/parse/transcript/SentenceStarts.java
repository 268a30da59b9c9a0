package dev.podium.parse.transcript;

import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Block;

/**
 * The places inside of a paragraph where a sentence begins as a turn does: with a label before a
 * colon, a word before a dash, a bracket or a bare word. Most paragraphs have none of these
 * characters, so that they are looked for first, and the beginning of a sentence before them.
 */
final class SentenceStarts {

  private static final int LONGEST_LABEL = 90;
  private static final String SENTENCE_ENDS = ".!?\u2026\u061f\"\u201d\u00bb)]\u2014\u2013|-";
  private static final String WIDE_ENDS = "\u3002\uff01\uff1f\uff09\u3011\u201d\u300d\u300f\u2026";
  private static final String NEVER_IN_LABELS = "\u3002?\uff1f!\uff01\n";

  private final String text;
  private final Dialect.Turns turns;
  private final Places colons;
  private final Places marks;
  private final Places dashes;

  /** The colon that was found last, and where the earliest label before it could begin. */
  private int colon;

  private int label;

  /**
   * Those of a paragraph.
   *
   * @param marks of these turns, see {@link #marks}
   */
  SentenceStarts(Block block, Dialect.Turns turns, String marks) {
    this.text = block.text();
    this.turns = turns;
    this.colons = new Places(block, Marks.COLONS);
    this.marks = new Places(block, marks);
    this.dashes = new Places(block, turns.dashes() ? LeadReader.DASHES : "");
  }

  /** The characters that a turn without a label begins with. */
  static String marks(Dialect.Turns turns) {
    StringBuilder marks = new StringBuilder(turns.bracketed() ? LeadReader.OPENING : "");
    turns.bare().forEach(word -> marks.append(word.charAt(0)));
    return marks.toString();
  }

  /**
   * The next such place, or {@link Places#NONE}.
   *
   * @param from not the text's first character; never smaller than the time before
   */
  int next(int from) {
    int at = from;
    while (true) {
      at = Math.min(Math.min(mark(at), dashed(at)), labelled(at));
      if (at == Places.NONE || beginsSentence(at)) {
        return at;
      }
      at++;
    }
  }

  private int mark(int from) {
    int at = marks.next(from);
    while (at != Places.NONE && !LeadReader.opensBracket(text.charAt(at)) && !isBare(at)) {
      at = marks.next(at + 1);
    }
    return at;
  }

  /** The next place of a single letter that marks turns, before a dash: {@code R - }. */
  private int dashed(int from) {
    int dash = dashes.next(from + 2);
    while (dash != Places.NONE && (text.charAt(dash - 1) != ' ' || !isMarker(dash - 2))) {
      dash = dashes.next(dash + 1);
    }
    return dash == Places.NONE ? dash : dash - 2;
  }

  private boolean isMarker(int at) {
    String word = text.substring(at, at + 1);
    return Dialect.Turns.has(turns.questions(), word) || Dialect.Turns.has(turns.answers(), word);
  }

  /** The next place that a label could begin at which ends with a colon. */
  private int labelled(int from) {
    while (colon != Places.NONE && (colon <= from || label >= colon)) {
      colon = colons.next(Math.max(from, colon) + 1);
      label = colon == Places.NONE ? Places.NONE : labelStart(from);
    }
    return Math.max(from, label);
  }

  private int labelStart(int from) {
    int start = colon;
    int first = Math.max(from, colon - LONGEST_LABEL);
    while (start > first && canBeInLabel(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean canBeInLabel(char c) {
    return !Marks.isColon(c) && NEVER_IN_LABELS.indexOf(c) < 0;
  }

  private boolean beginsSentence(int at) {
    char before = text.charAt(at - 1);
    if (before != ' ') {
      return WIDE_ENDS.indexOf(before) >= 0 && text.charAt(at) != ' ';
    }
    return Character.isIdeographic(text.charAt(at)) || (at > 1 && isEnd(text.charAt(at - 2)));
  }

  private static boolean isEnd(char c) {
    return SENTENCE_ENDS.indexOf(c) >= 0 || WIDE_ENDS.indexOf(c) >= 0;
  }

  /** {@code Q} and a blank before a word that begins a sentence. */
  private boolean isBare(int at) {
    for (String word : turns.bare()) {
      int next = at + word.length() + 1;
      if (next < text.length()
          && text.startsWith(word, at)
          && text.charAt(next - 1) == ' '
          && !Character.isLowerCase(text.charAt(next))) {
        return true;
      }
    }
    return false;
  }
}
