package dev.podium.index.change;

import dev.podium.contracts.identity.ExchangeIds;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A text by the smallest hashes of its overlapping pieces: enough to tell how alike two texts are,
 * at the same small cost for a line and for a speech.
 */
final class Sketch {

  private static final int KEPT = 256;
  private static final int PIECE = 4;
  // Two ideographs say as much as four letters.
  private static final int IDEOGRAPHIC_PIECE = 2;

  private final int length;
  private final long[] smallest;

  private Sketch(int length, long[] smallest) {
    this.length = length;
    this.smallest = smallest;
  }

  /** Of letters and digits alone; null is the empty text. */
  static Sketch of(String text) {
    int[] characters = ExchangeIds.normalise(text == null ? "" : text).codePoints().toArray();
    int piece = ideographic(characters) ? IDEOGRAPHIC_PIECE : PIECE;
    long[] hashes =
        LongStream.iterate(0, start -> start + piece <= characters.length, start -> start + 1)
            .map(start -> hash(characters, (int) start, piece))
            .sorted()
            .distinct()
            .limit(KEPT)
            .toArray();
    return new Sketch(characters.length, hashes);
  }

  /** How many letters and digits the text has. */
  int length() {
    return length;
  }

  /** 0 where nothing is shared, 1 where all is; an empty text shares nothing. */
  double likeness(Sketch other) {
    int mine = 0;
    int theirs = 0;
    int shared = 0;
    int seen = 0;
    while (seen < KEPT && mine < smallest.length && theirs < other.smallest.length) {
      int order = Long.compare(smallest[mine], other.smallest[theirs]);
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
      shared += order == 0 ? 1 : 0;
      seen++;
    }
    int rest = smallest.length - mine + other.smallest.length - theirs;
    int union = Math.min(KEPT, seen + rest);
    return union == 0 ? 0 : (double) shared / union;
  }

  private static boolean ideographic(int[] characters) {
    long ideographs = Arrays.stream(characters).filter(Character::isIdeographic).count();
    return 2 * ideographs > characters.length;
  }

  private static long hash(int[] characters, int start, int piece) {
    long hash = 0xcbf29ce484222325L;
    for (int i = start; i < start + piece; i++) {
      hash = (hash ^ characters[i]) * 0x100000001b3L;
    }
    // The last characters reach the high bits, by which the hashes are ordered.
    return (hash ^ (hash >>> 29)) * 0xbf58476d1ce4e5b9L;
  }
}
