package dev.podium.parse.briefing;

import dev.podium.parse.page.Block;
import java.nio.charset.StandardCharsets;
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
    MessageDigest digest = digest();
    byte[] line = new byte[4096];
    for (Block block : blocks) {
      String text = block.text();
      if (3 * text.length() >= line.length) {
        line = new byte[3 * text.length() + 1];
      }
      int length = encode(text, line);
      if (length < 0) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, line, 0, bytes.length);
        length = bytes.length;
      }
      line[length] = '\n';
      digest.update(line, 0, length + 1);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** UTF-8, without an array for each line; how long it is, or -1 if there are surrogates. */
  private static int encode(String text, byte[] bytes) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else if (c < 0x800) {
        bytes[length++] = (byte) (0xc0 | c >> 6);
        bytes[length++] = (byte) (0x80 | (c & 0x3f));
      } else if (Character.isSurrogate(c)) {
        return -1;
      } else {
        bytes[length++] = (byte) (0xe0 | c >> 12);
        bytes[length++] = (byte) (0x80 | (c >> 6 & 0x3f));
        bytes[length++] = (byte) (0x80 | (c & 0x3f));
      }
    }
    return length;
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
