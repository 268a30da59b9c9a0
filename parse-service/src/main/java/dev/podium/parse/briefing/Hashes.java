package dev.podium.parse.briefing;

import dev.podium.parse.page.Block;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 in lower-case hex. */
public final class Hashes {

  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /** Of the visible text, a line for each block. */
  static String sha256OfLines(List<Block> blocks) {
    Utf8Digest digest = new Utf8Digest(digest());
    for (Block block : blocks) {
      digest.add(block.text());
      digest.add("\n");
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Hashes() {}
}
