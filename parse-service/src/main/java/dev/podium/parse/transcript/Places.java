package dev.podium.parse.transcript;

import dev.podium.parse.page.Block;
import java.util.Arrays;

/**
 * Where some characters stand in a text. Whoever goes on through the text asks for the next place;
 * each character is looked for once along the text, however often that is.
 */
final class Places {

  /** Behind every text. */
  static final int NONE = Integer.MAX_VALUE;

  private final String text;
  private final String characters;
  private final int[] next;

  Places(String text, String characters) {
    this.text = text;
    this.characters = characters;
    this.next = new int[characters.length()];
    Arrays.fill(next, -1);
  }

  Places(Block block, String characters) {
    this(block.text(), characters);
    for (int i = 0; i < next.length; i++) {
      next[i] = block.mayHold(characters.charAt(i)) ? -1 : NONE;
    }
  }

  /**
   * The next place of any of the characters, or {@link #NONE}.
   *
   * @param from never smaller than the time before
   */
  int next(int from) {
    int first = NONE;
    for (int i = 0; i < next.length; i++) {
      if (next[i] < from) {
        int found = text.indexOf(characters.charAt(i), from);
        next[i] = found < 0 ? NONE : found;
      }
      first = Math.min(first, next[i]);
    }
    return first;
  }
}
