package dev.podium.contracts.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The first 80 bits of a SHA-256, as 16 characters of RFC 4648 base32 in lower case. */
final class Base32Hash {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int CHARACTERS = 16;
  private static final int BITS = 5;

  /** The hash of the parts in UTF-8, each but the first after a line feed. */
  static String of(String... parts) {
    byte[] digest = sha256(String.join("\n", parts));
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

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private Base32Hash() {}
}
