package dev.podium.parse.briefing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The digest of lines in UTF-8, each with a line feed behind it, encoded piece by piece: as whole
 * arrays they would be a tenth of all that is allocated for a page. Half a character counts as a
 * question mark, as everywhere in Java. For one digest, and one thread.
 */
final class Utf8Digest {

  private static final int PIECE = 4096;
  private static final int MOST_BYTES = 3;

  private final MessageDigest digest;

  /** Java's encoder of UTF-8 is fast up to the first character beyond ASCII, this one always. */
  private final CharsetEncoder ascii = StandardCharsets.US_ASCII.newEncoder();

  private final CharBuffer characters = CharBuffer.allocate(PIECE);
  private final ByteBuffer bytes = ByteBuffer.allocate(PIECE * MOST_BYTES);

  /** How many characters wait. */
  private int length;

  Utf8Digest(MessageDigest digest) {
    this.digest = digest;
  }

  void addLine(String line) {
    add(line);
    if (length == PIECE) {
      encode();
    }
    characters.array()[length++] = '\n';
  }

  private void add(String text) {
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(from + PIECE - length, text.length());
      if (to > from && to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      text.getChars(from, to, characters.array(), length);
      length += to - from;
      from = to;
      if (from < text.length()) {
        encode();
      }
    }
  }

  byte[] digest() {
    encode();
    return digest.digest();
  }

  private void encode() {
    characters.position(0).limit(length);
    ascii.encode(characters, bytes, false);
    while (characters.hasRemaining()) {
      beyondAscii();
      ascii.encode(characters, bytes, false);
    }
    digest.update(bytes.flip());
    bytes.clear();
    length = 0;
  }

  /** Encodes up to two characters of ASCII in a row. */
  private void beyondAscii() {
    char[] from = characters.array();
    byte[] to = bytes.array();
    int at = bytes.position();
    int i = characters.position();
    int plain = 0;
    while (i < characters.limit() && plain < 2) {
      char c = from[i++];
      if (c < 0x80) {
        to[at++] = (byte) c;
        plain++;
      } else if (c < 0x800) {
        to[at] = (byte) (0xc0 | (c >> 6));
        to[at + 1] = goingOn(c);
        at += 2;
        plain = 0;
      } else if (!Character.isSurrogate(c)) {
        to[at] = (byte) (0xe0 | (c >> 12));
        to[at + 1] = goingOn(c >> 6);
        to[at + 2] = goingOn(c);
        at += 3;
        plain = 0;
      } else if (i < characters.limit() && Character.isSurrogatePair(c, from[i])) {
        int both = Character.toCodePoint(c, from[i++]);
        to[at] = (byte) (0xf0 | (both >> 18));
        to[at + 1] = goingOn(both >> 12);
        to[at + 2] = goingOn(both >> 6);
        to[at + 3] = goingOn(both);
        at += 4;
      } else {
        to[at++] = '?';
      }
    }
    characters.position(i);
    bytes.position(at);
  }

  private static byte goingOn(int bits) {
    return (byte) (0x80 | (bits & 0x3f));
  }
}
