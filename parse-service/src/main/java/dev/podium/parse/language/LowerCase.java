package dev.podium.parse.language;

import java.util.Locale;

/** Words in lower case, for comparing them. */
public final class LowerCase {

  private static final char CAPITAL_SIGMA = '\u03a3';
  private static final char SIGMA = '\u03c3';
  private static final char FINAL_SIGMA = '\u03c2';

  /**
   * The text in lower case, with one sigma for all. To tell whether a capital one ends its word,
   * Java looks at the whole word, for each of them again: a page of nothing else would take the
   * square of its length.
   */
  public static String of(String text) {
    return text.replace(CAPITAL_SIGMA, SIGMA).replace(FINAL_SIGMA, SIGMA).toLowerCase(Locale.ROOT);
  }

  private LowerCase() {}
}
