package dev.podium.parse.briefing;

import dev.podium.kit.digest.Sha256;
import dev.podium.parse.page.Block;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 in lower-case hex. */
public final class Hashes {

  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.of(bytes));
  }

  /** Of the visible text, a line for each block. */
  static String sha256OfLines(List<Block> blocks) {
    Utf8Digest digest = new Utf8Digest(Sha256.begin());
    blocks.forEach(block -> digest.addLine(block.text()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private Hashes() {}
}
