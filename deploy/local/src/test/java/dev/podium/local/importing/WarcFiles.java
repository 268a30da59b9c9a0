package dev.podium.local.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** Makes WARC files. */
final class WarcFiles {

  static final Instant TIME = Instant.parse("2017-03-01T08:30:00Z");

  /** A page that was answered with 200. */
  static WarcResponse page(String url, String html) {
    return response(url, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", bytes(html));
  }

  static WarcResponse response(String url, String head, byte[] body) {
    return builder(url, head, body).build();
  }

  static WarcResponse.Builder builder(String url, String head, byte[] body) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(bytes(head));
    block.writeBytes(body);
    return new WarcResponse.Builder(url)
        .date(TIME)
        .blockDigest(new WarcDigest("sha1", sha1(block.toByteArray())))
        .body(MediaType.HTTP_RESPONSE, block.toByteArray());
  }

  static byte[] of(WarcCompression compression, WarcRecord... records) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(file), compression)) {
      for (WarcRecord record : records) {
        writer.write(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** Each record as the file holds it, one after the other. */
  static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    parts.forEach(file::writeBytes);
    return file.toByteArray();
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** In two chunks. */
  static byte[] chunked(byte[] plain) {
    int half = plain.length / 2;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(bytes(Integer.toHexString(half) + "\r\n"));
    bytes.write(plain, 0, half);
    bytes.writeBytes(bytes("\r\n" + Integer.toHexString(plain.length - half) + ";x=y\r\n"));
    bytes.write(plain, half, plain.length - half);
    bytes.writeBytes(bytes("\r\n0\r\n\r\n"));
    return bytes.toByteArray();
  }

  private static byte[] sha1(byte[] block) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(block);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private WarcFiles() {}
}
