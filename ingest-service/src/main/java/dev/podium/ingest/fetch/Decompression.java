package dev.podium.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;

/** Undoes the encodings that we ask for, up to a limit. */
final class Decompression {

  /** What we accept. */
  static final String ACCEPTED = "gzip, br";

  /**
   * The plain bytes; longer than the limit where there are more.
   *
   * @throws UnaskedEncodingException if the encoding is another
   * @throws IOException if the bytes are damaged or end early
   */
  static byte[] plain(byte[] body, String encoding, int limit) throws IOException {
    String name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "", "identity" -> body;
      case "gzip", "x-gzip" -> unpack(new GZIPInputStream(new ByteArrayInputStream(body)), limit);
      case "br" -> unpack(new BrotliInputStream(new ByteArrayInputStream(body)), limit);
      default -> throw new UnaskedEncodingException(name);
    };
  }

  private static byte[] unpack(InputStream packed, int limit) throws IOException {
    try (packed) {
      return packed.readNBytes(limit + 1);
    }
  }

  /** The server used an encoding that was not asked for. */
  static final class UnaskedEncodingException extends IOException {

    private static final long serialVersionUID = 1;

    UnaskedEncodingException(String name) {
      super("the Content-Encoding is " + name + ", asked for was " + ACCEPTED);
    }
  }

  private Decompression() {}
}
