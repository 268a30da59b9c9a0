package dev.podium.parse.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes UTF-8 (RFC 3629) or says that bytes are none. Pages are mostly ASCII, and their few other
 * characters make Java's own decoder look at every byte; here what lies between them is copied as a
 * whole. On the way it is seen where characters are that take two of Java's.
 */
final class Utf8 {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The highest bit of each of eight bytes, which no byte of ASCII has. */
  private static final long BEYOND_ASCII = 0x8080_8080_8080_8080L;

  private final byte[] bytes;

  /** The same bytes as characters, of which stretches of ASCII are copied. */
  private final String copied;

  private final char[] text;
  private int length;
  private int[] pairs = new int[4];
  private int pairCount;

  private Utf8(byte[] bytes) {
    this.bytes = bytes;
    this.copied = new String(bytes, StandardCharsets.ISO_8859_1);
    this.text = new char[bytes.length];
  }

  /**
   * A text.
   *
   * @param codePoints those of the text
   */
  record Text(String text, CodePoints codePoints) {}

  /** The text; null if a byte is no part of a character of UTF-8. */
  static Text decode(byte[] bytes) {
    if (asciiEnd(bytes, 0) == bytes.length) {
      return new Text(new String(bytes, StandardCharsets.ISO_8859_1), CodePoints.NO_PAIRS);
    }
    return new Utf8(bytes).decode();
  }

  private Text decode() {
    int at = 0;
    while (at < bytes.length) {
      if (bytes[at] >= 0) {
        int end = asciiEnd(bytes, at);
        copied.getChars(at, end, text, length);
        length += end - at;
        at = end;
      } else {
        int size = character(at);
        if (size == 0) {
          return null;
        }
        at += size;
      }
    }
    return new Text(
        new String(text, 0, length), CodePoints.ofPairs(Arrays.copyOf(pairs, pairCount)));
  }

  /** Where ASCII ends that begins here. */
  private static int asciiEnd(byte[] bytes, int from) {
    int at = from;
    while (at + Long.BYTES <= bytes.length) {
      long beyond = (long) EIGHT.get(bytes, at) & BEYOND_ASCII;
      if (beyond != 0) {
        return at + (Long.numberOfTrailingZeros(beyond) >> 3);
      }
      at += Long.BYTES;
    }
    while (at < bytes.length && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /** Adds the character beyond ASCII that begins here; of how many bytes it is, 0 if none is. */
  private int character(int at) {
    int first = bytes[at] & 0xff;
    if (first >= 0xe0 && first < 0xf0) {
      return three(first, at);
    }
    if (first < 0xe0) {
      return two(first, at);
    }
    return four(first, at);
  }

  private int two(int first, int at) {
    if (first < 0xc2 || !goOn(at + 1, 1)) {
      return 0;
    }
    text[length++] = (char) (((first & 0x1f) << 6) | (bytes[at + 1] & 0x3f));
    return 2;
  }

  private int three(int first, int at) {
    if (!goOn(at + 1, 2)) {
      return 0;
    }
    char c =
        (char) (((first & 0xf) << 12) | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f));
    if (c < 0x800 || Character.isSurrogate(c)) {
      return 0;
    }
    text[length++] = c;
    return 3;
  }

  private int four(int first, int at) {
    if (first > 0xf4 || !goOn(at + 1, 3)) {
      return 0;
    }
    int c =
        ((first & 0x7) << 18)
            | ((bytes[at + 1] & 0x3f) << 12)
            | ((bytes[at + 2] & 0x3f) << 6)
            | (bytes[at + 3] & 0x3f);
    if (!Character.isSupplementaryCodePoint(c)) {
      return 0;
    }
    text[length++] = Character.highSurrogate(c);
    if (pairCount == pairs.length) {
      pairs = Arrays.copyOf(pairs, pairCount * 2);
    }
    pairs[pairCount++] = length;
    text[length++] = Character.lowSurrogate(c);
    return 4;
  }

  /** Whether so many bytes are there that continue a character. */
  private boolean goOn(int from, int count) {
    if (from + count > bytes.length) {
      return false;
    }
    int all = 0x80;
    int any = 0;
    for (int i = from; i < from + count; i++) {
      all &= bytes[i];
      any |= bytes[i];
    }
    return all == 0x80 && (any & 0x40) == 0;
  }
}
