package dev.podium.parse.briefing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The digest of texts in UTF-8, one behind the other, encoded piece by piece: as whole arrays they
 * would be a tenth of all that is allocated for a page. Half a character counts as a question mark,
 * as everywhere in Java. For one digest, and one thread.
 */
final class Utf8Digest {

  private static final int PIECE = 4096;

  private final MessageDigest digest;
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
  private final CharBuffer characters = CharBuffer.allocate(PIECE);
  private final ByteBuffer bytes =
      ByteBuffer.allocate(PIECE * Math.round(encoder.maxBytesPerChar()));

  Utf8Digest(MessageDigest digest) {
    this.digest = digest;
  }

  void add(String text) {
    int from = 0;
    while (from < text.length()) {
      int count = Math.min(characters.remaining(), text.length() - from);
      text.getChars(from, from + count, characters.array(), characters.position());
      characters.position(characters.position() + count);
      from += count;
      if (!characters.hasRemaining()) {
        encode(false);
      }
    }
  }

  byte[] digest() {
    encode(true);
    return digest.digest();
  }

  /** Half a pair stays until the other half has come. */
  private void encode(boolean last) {
    encoder.encode(characters.flip(), bytes, last);
    characters.compact();
    digest.update(bytes.flip());
    bytes.clear();
  }
}
