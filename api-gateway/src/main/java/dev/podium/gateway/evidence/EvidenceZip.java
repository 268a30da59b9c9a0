package dev.podium.gateway.evidence;

import dev.podium.kit.digest.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip of files that is the same whenever it is written, with their checksums as its last. */
final class EvidenceZip {

  private static final String CHECKSUMS = "SHA256SUMS";

  private final ZipOutputStream zip;
  private final String folder;
  private final LocalDateTime time;
  private final StringBuilder checksums = new StringBuilder();

  /**
   * A zip without files.
   *
   * @param folder that the files are unpacked to
   * @param time that all of them bear
   */
  EvidenceZip(OutputStream out, String folder, Instant time) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.folder = folder;
    this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  void add(String name, byte[] content) throws IOException {
    add(name, new ByteArrayInputStream(content));
  }

  /** Adds a file as it comes, a piece at a time. */
  void add(String name, InputStream content) throws IOException {
    ZipEntry entry = new ZipEntry(folder + '/' + name);
    entry.setTimeLocal(time);
    zip.putNextEntry(entry);
    DigestOutputStream digested = new DigestOutputStream(zip, Sha256.begin());
    content.transferTo(digested);
    zip.closeEntry();
    checksums
        .append(HexFormat.of().formatHex(digested.getMessageDigest().digest()))
        .append("  ")
        .append(name)
        .append('\n');
  }

  /** Ends the zip, and leaves what it was written to open. */
  void finish() throws IOException {
    add(CHECKSUMS, checksums.toString().getBytes(StandardCharsets.UTF_8));
    zip.finish();
  }
}
