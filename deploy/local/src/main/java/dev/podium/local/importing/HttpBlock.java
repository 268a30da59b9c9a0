package dev.podium.local.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.netpreserve.jwarc.DecodedBody;
import org.netpreserve.jwarc.HttpResponse;

/**
 * A response as a WARC record holds it. Some crawlers undo the encodings of the transfer and leave
 * the headers as they were, so what a header says is believed only where the bytes do not speak
 * against it.
 */
final class HttpBlock {

  private static final Pattern CHUNK =
      Pattern.compile("[0-9a-fA-F]{1,8}[ \\t]*(;[^\\r\\n]*)?\\r\\n.*", Pattern.DOTALL);
  private static final int LOOKED_AT = 256;

  private final byte[] block;
  private final HttpResponse head;

  private HttpBlock(byte[] block, HttpResponse head) {
    this.block = block;
    this.head = head;
  }

  /**
   * Reads the head.
   *
   * @throws IOException if there is none
   */
  static HttpBlock of(byte[] block) throws IOException {
    return new HttpBlock(block, HttpResponse.parse(new SeekableInMemoryByteChannel(block)));
  }

  int status() {
    return head.status();
  }

  /** The first of that name, or null. */
  String header(String name) {
    return head.headers().first(name).orElse(null);
  }

  /**
   * The plain body, cut at a limit.
   *
   * @throws IOException if it cannot be decoded
   */
  byte[] body(int limit) throws IOException {
    byte[] raw = raw();
    boolean chunked = head.headers().contains("Transfer-Encoding", "chunked");
    byte[] transferred =
        chunked && CHUNK.matcher(start(raw)).matches()
            ? head.body().stream().readNBytes(block.length)
            : raw;
    String encoding = header("Content-Encoding");
    if (encoding == null || plain(transferred)) {
      return transferred.length <= limit ? transferred : Arrays.copyOf(transferred, limit);
    }
    return decoded(transferred, encoding.strip().toLowerCase(Locale.ROOT), limit);
  }

  private static byte[] decoded(byte[] body, String encoding, int limit) throws IOException {
    ReadableByteChannel channel = Channels.newChannel(new ByteArrayInputStream(body));
    DecodedBody.Encoding known =
        switch (encoding) {
          case "gzip", "x-gzip" -> DecodedBody.Encoding.GZIP;
          case "deflate" -> DecodedBody.Encoding.DEFLATE;
          case "br" -> DecodedBody.Encoding.BROTLI;
          case "zstd" -> DecodedBody.Encoding.ZSTD;
          case "", "identity", "none" -> null;
          default -> throw new IOException("nobody knows the Content-Encoding " + encoding);
        };
    return known == null
        ? Arrays.copyOf(body, Math.min(body.length, limit))
        : DecodedBody.create(channel, known).stream().readNBytes(limit);
  }

  /** Whether it is HTML already, which no compressed body looks like. */
  private static boolean plain(byte[] body) {
    String start = start(body).strip();
    return start.startsWith("<") || start.startsWith("\u00ef\u00bb\u00bf");
  }

  private static String start(byte[] body) {
    return new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
  }

  /** What follows the first empty line. */
  private byte[] raw() {
    int lineStart = 0;
    for (int i = 0; i < block.length; i++) {
      if (block[i] == '\n') {
        if (i == lineStart || (i == lineStart + 1 && block[lineStart] == '\r')) {
          return Arrays.copyOfRange(block, i + 1, block.length);
        }
        lineStart = i + 1;
      }
    }
    return new byte[0];
  }
}
