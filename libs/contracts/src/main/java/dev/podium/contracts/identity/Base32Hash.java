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

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int CHARACTERS = 16;
  private static final int BITS = 5;

  private final MessageDigest sha256 = sha256();

  /** The hash of the parts, by an instance of its own. */
  static String of(String... parts) {
    return new Base32Hash().next(parts);
  }

  /** The hash of the parts in UTF-8, each but the first after a line feed. */
  String next(String... parts) {
    sha256.update(parts[0].getBytes(StandardCharsets.UTF_8));
    for (int i = 1; i < parts.length; i++) {
      sha256.update((byte) '\n');
      sha256.update(parts[i].getBytes(StandardCharsets.UTF_8));
    }
    return text(sha256.digest());
  }

  private static String text(byte[] digest) {
    StringBuilder text = new StringBuilder(CHARACTERS);
    for (int i = 0; i < CHARACTERS; i++) {
      text.append(ALPHABET.charAt(fiveBits(digest, i * BITS)));
    }
    return text.toString();
  }

  private static int fiveBits(byte[] bytes, int bit) {
    int index = bit / Byte.SIZE;
    int twoBytes = (bytes[index] & 0xff) << Byte.SIZE | (bytes[index + 1] & 0xff);
    return twoBytes >> (2 * Byte.SIZE - BITS - bit % Byte.SIZE) & 0x1f;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
