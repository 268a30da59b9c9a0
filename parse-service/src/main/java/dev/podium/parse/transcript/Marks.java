package dev.podium.parse.transcript;

import dev.podium.parse.page.Spaces;

/** The characters that set a marker or a label apart from what is said. */
final class Marks {

  static final String COLONS = ":\uff1a\ufe55\u2236\ufe13";

  private static final char FIRST_WIDE_COLON = '\u2236';
  private static final char FIRST_WIDE_END = '\u3002';
  private static final String QUESTION_MARKS = "?\uff1f\u061f\u037e";
  private static final String SENTENCE_ENDS = "\u3002?\uff1f!\uff01";

  static boolean isColon(char c) {
    return c < FIRST_WIDE_COLON ? c == ':' : COLONS.indexOf(c) >= 0;
  }

  /** The first colon that is none of a clock's, if no sentence ends before it; else -1. */
  static int colon(String line, int start, int longest) {
    int end = Math.min(line.length(), start + longest);
    if (start >= end || !hasColon(line, start, end)) {
      return -1;
    }
    for (int i = start; i < end; i++) {
      char c = line.charAt(i);
      if (isColon(c) && !isClock(line, i)) {
        return i;
      }
      if (endsSentence(c)) {
        return -1;
      }
    }
    return -1;
  }

  /** Most lines have none, which is found out at once and not character by character. */
  private static boolean hasColon(String line, int start, int end) {
    for (int i = 0; i < COLONS.length(); i++) {
      if (line.indexOf(COLONS.charAt(i), start, end) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** {@code 1:53}: two digits behind it and one or two before, which are no part of a word. */
  private static boolean isClock(String line, int colon) {
    int start = colon;
    while (start > 0 && colon - start < 3 && isDigit(line.charAt(start - 1))) {
      start--;
    }
    boolean hour = start < colon && colon - start < 3;
    return hour
        && (start == 0 || !Character.isLetter(line.charAt(start - 1)))
        && colon + 2 < line.length()
        && isDigit(line.charAt(colon + 1))
        && isDigit(line.charAt(colon + 2))
        && (colon + 3 == line.length() || !isDigit(line.charAt(colon + 3)));
  }

  /** Whether there is a question mark anywhere from this place on. */
  static boolean asks(String text, int from) {
    for (int i = 0; i < QUESTION_MARKS.length(); i++) {
      if (text.indexOf(QUESTION_MARKS.charAt(i), from) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsSentence(char c) {
    return c < FIRST_WIDE_END ? c == '?' || c == '!' : SENTENCE_ENDS.indexOf(c) >= 0;
  }

  /** {@code 一、}, {@code 1.} or {@code [1.]} before a marker. */
  static int afterNumbering(String line) {
    boolean bracket = !line.isEmpty() && line.charAt(0) == '[';
    int first = bracket ? 1 : 0;
    int i = first;
    while (i < line.length()
        && i < first + 4
        && (isDigit(line.charAt(i)) || "一二三四五六七八九十".indexOf(line.charAt(i)) >= 0)) {
      i++;
    }
    if (i == first || i == line.length()) {
      return 0;
    }
    if (bracket) {
      int close = line.charAt(i) == '.' ? i + 1 : i;
      return line.startsWith("]", close) ? skipBlanks(line, close + 1) : 0;
    }
    return "、.．)）".indexOf(line.charAt(i)) < 0 ? 0 : skipBlanks(line, i + 1);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The first place that is no blank. */
  static int skipBlanks(String line, int from) {
    int i = from;
    while (i < line.length()
        && (Spaces.isSpace(line.charAt(i)) || Spaces.isInvisible(line.charAt(i)))) {
      i++;
    }
    return i;
  }

  /** Some pages lost the blank: {@code QIs it true}, {@code QI have}; but not {@code QAP}. */
  static boolean isGlued(String line, int at) {
    if (at + 1 >= line.length() || !Character.isUpperCase(line.charAt(at))) {
      return false;
    }
    char second = line.charAt(at + 1);
    boolean word = line.charAt(at) == 'I' || line.charAt(at) == 'A';
    return Character.isLowerCase(second)
        || (word && (second == ' ' || second == '\'' || second == '\u2019'));
  }

  private Marks() {}
}
