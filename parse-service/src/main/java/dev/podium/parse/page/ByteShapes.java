package dev.podium.parse.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Charsets that the shape of the bytes gives away, whatever the words. */
final class ByteShapes {

  static final char ESCAPE = 0x1b;

  /** Of two bytes a character, one is nearly always zero where the other hardly ever is. */
  private static final int TIMES = 8;

  /** UTF-16 without a byte order mark, or null: markup and blanks have a zero byte each. */
  static Charset wide(byte[] bytes, int sample) {
    int end = Math.min(bytes.length, sample) & ~1;
    int first = 0;
    int second = 0;
    for (int i = 0; i < end; i += 2) {
      first += bytes[i] == 0 ? 1 : 0;
      second += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (second * 10 > end / 2 && second > first * TIMES) {
      return StandardCharsets.UTF_16LE;
    }
    return first * 10 > end / 2 && first > second * TIMES ? StandardCharsets.UTF_16BE : null;
  }

  /** Whether an escape sequence switches to Japanese characters, as ISO-2022-JP does. */
  static boolean switchesToJapanese(byte[] bytes, int sample) {
    int end = Math.min(bytes.length, sample) - 2;
    for (int i = 0; i < end; i++) {
      if (bytes[i] == ESCAPE
          && bytes[i + 1] == '$'
          && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
        return true;
      }
    }
    return false;
  }

  private ByteShapes() {}
}
