package dev.podium.gateway.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what passes. */
final class Tally extends FilterOutputStream {

  private final MessageDigest digest = sha256();
  private long bytes;

  Tally(OutputStream to) {
    super(to);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
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
