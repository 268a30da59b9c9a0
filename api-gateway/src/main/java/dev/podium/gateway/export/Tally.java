package dev.podium.gateway.export;

import dev.podium.kit.digest.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts and hashes what passes. */
final class Tally extends FilterOutputStream {

  private final MessageDigest digest = Sha256.begin();
  private long bytes;

  Tally(OutputStream to) {
    super(to);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] piece, int from, int length) throws IOException {
    out.write(piece, from, length);
    digest.update(piece, from, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /** In lower-case hex; it begins anew afterwards. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
