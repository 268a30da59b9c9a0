package dev.podium.parse.page;

import java.util.Arrays;

/** Turns positions in a Java string into counts of Unicode code points. */
public final class CodePoints {

  /** Those of a text in which each character is one of Java's. */
  static final CodePoints NO_PAIRS = new CodePoints(new int[0]);

  private final int[] pairs;

  private CodePoints(int[] pairs) {
    this.pairs = pairs;
  }

  static CodePoints of(String text) {
    int[] pairs = new int[16];
    int count = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Character.isLowSurrogate(text.charAt(i))
          && Character.isHighSurrogate(text.charAt(i - 1))) {
        if (count == pairs.length) {
          pairs = Arrays.copyOf(pairs, count * 2);
        }
        pairs[count++] = i;
      }
    }
    return ofPairs(Arrays.copyOf(pairs, count));
  }

  /** Those of a text with low surrogates, each behind a high one, at these ascending positions. */
  static CodePoints ofPairs(int[] pairs) {
    return pairs.length == 0 ? NO_PAIRS : new CodePoints(pairs);
  }

  /** How many code points stand before this position. */
  public int at(int position) {
    if (pairs.length == 0) {
      return position;
    }
    int found = Arrays.binarySearch(pairs, position);
    return position - (found < 0 ? -found - 1 : found);
  }
}
