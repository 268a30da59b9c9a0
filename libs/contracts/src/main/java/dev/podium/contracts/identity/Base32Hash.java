package dev.podium.contracts.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The first 80 bits of a SHA-256, as 16 characters of RFC 4648 base32 in lower case. One instance
 * makes any number of hashes, one after the other: to find the algorithm again for each takes as
 * long as to hash a sentence. Not safe for concurrent use.
 */
final class Base32Hash {

  private static final byte[] ALPHABET =
      "abcdefghijklmnopqrstuvwxyz234567".getBytes(StandardCharsets.US_ASCII);

  private static final int CHARACTERS = 16;

  /** Of each character. */
  private static final int BITS = 5;

  /** So many bytes are so many characters, without a bit left over. */
  private static final int BYTES_OF_GROUP = 5;

  private static final int GROUP = 8;

  private final MessageDigest sha256 = sha256();

  /** The hash of the parts, by an instance of its own. */
  static String of(String... parts) {
    return new Base32Hash().next(parts);
  }

  /** The hash of the parts in UTF-8, each but the first after a line feed. */
  String next(String... parts) {
    return text(sha256.digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(byte[] digest) {
    byte[] text = new byte[CHARACTERS];
    for (int group = 0; group < CHARACTERS / GROUP; group++) {
      long bits = bits(digest, group * BYTES_OF_GROUP);
      for (int i = GROUP - 1; i >= 0; i--) {
        text[group * GROUP + i] = ALPHABET[(int) bits & 0x1f];
        bits >>>= BITS;
      }
    }
    return new String(text, StandardCharsets.US_ASCII);
  }

  private static long bits(byte[] bytes, int from) {
    long bits = 0;
    for (int i = from; i < from + BYTES_OF_GROUP; i++) {
      bits = (bits << Byte.SIZE) | (bytes[i] & 0xff);
    }
    return bits;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
