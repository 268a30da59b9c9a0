package dev.podium.kit.offset;

import dev.podium.contracts.briefing.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** Where in a text code points take two UTF-16 code units: all that its offsets differ by. */
public final class CodeUnits {

  private static final int BUFFER = 16 * 1024;

  private final int[] pairs;

  private CodeUnits(int[] pairs) {
    this.pairs = pairs;
  }

  /** Those of a text. */
  public static CodeUnits of(String text) {
    Positions positions = new Positions();
    text.codePoints().forEach(c -> positions.next(Character.isSupplementaryCodePoint(c)));
    return positions.units();
  }

  /** Reads a text in UTF-8, of which nothing is kept. */
  public static CodeUnits read(InputStream utf8) throws IOException {
    Positions positions = new Positions();
    byte[] buffer = new byte[BUFFER];
    for (int count = utf8.read(buffer); count >= 0; count = utf8.read(buffer)) {
      for (int i = 0; i < count; i++) {
        int octet = Byte.toUnsignedInt(buffer[i]);
        if ((octet & 0xC0) != 0x80) {
          positions.next(octet >= 0xF0);
        }
      }
    }
    return positions.units();
  }

  /** The offset in UTF-16 code units. */
  public int at(int codePoint) {
    int place = Arrays.binarySearch(pairs, codePoint);
    return codePoint + (place < 0 ? -place - 1 : place);
  }

  /** The segments, in UTF-16 code units. */
  public List<Segment> segments(List<Segment> segments) {
    return segments.stream().map(s -> new Segment(at(s.start()), at(s.end()))).toList();
  }

  /** Bytes that this takes, roughly. */
  public int size() {
    return 64 + pairs.length * Integer.BYTES;
  }

  private static final class Positions {

    private int[] pairs = new int[4];
    private int count;
    private int at;

    void next(boolean isPair) {
      if (isPair) {
        if (count == pairs.length) {
          pairs = Arrays.copyOf(pairs, count * 2);
        }
        pairs[count++] = at;
      }
      at++;
    }

    CodeUnits units() {
      return new CodeUnits(Arrays.copyOf(pairs, count));
    }
  }
}
