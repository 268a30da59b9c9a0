package dev.podium.parse.hostile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts what the parser does: one for each method that is entered and for each turn of a loop, and
 * one for each character that Java's own searches look at in its stead. {@link CountingLoader}
 * writes the calls into the parser's classes.
 */
public final class Work {

  private static long steps;

  static long steps() {
    return steps;
  }

  public static void step() {
    steps++;
  }

  public static int indexOf(String text, int character) {
    return looked(text, 0, text.indexOf(character));
  }

  public static int indexOf(String text, int character, int from) {
    return looked(text, from, text.indexOf(character, from));
  }

  public static int indexOf(String text, int character, int from, int to) {
    int found = text.indexOf(character, from, to);
    steps += Math.max(0, (found < 0 ? to : found) - from);
    return found;
  }

  public static int indexOf(String text, String other) {
    return looked(text, 0, text.indexOf(other));
  }

  public static int indexOf(String text, String other, int from) {
    return looked(text, from, text.indexOf(other, from));
  }

  public static boolean contains(String text, CharSequence other) {
    return indexOf(text, other.toString()) >= 0;
  }

  public static boolean equals(String text, Object other) {
    if (other instanceof String string && string.length() == text.length()) {
      steps += text.length();
    }
    return text.equals(other);
  }

  public static Matcher matcher(Pattern pattern, CharSequence text) {
    return pattern.matcher(new Counted(text));
  }

  private static int looked(String text, int from, int found) {
    steps += Math.max(0, (found < 0 ? text.length() : found) - from);
    return found;
  }

  /** A text that counts how often a pattern looks at it. */
  private record Counted(CharSequence text) implements CharSequence {

    @Override
    public char charAt(int index) {
      steps++;
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  private Work() {}
}
