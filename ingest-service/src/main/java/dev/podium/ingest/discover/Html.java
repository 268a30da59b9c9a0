package dev.podium.ingest.discover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads HTML as browsers do. */
final class Html {

  /**
   * Reads a page.
   *
   * @param charset as the server declares it, or null
   * @param address that its links are relative to
   */
  static Document read(byte[] body, String charset, String address) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(body), known(charset), address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String known(String charset) {
    try {
      return charset != null && Charset.isSupported(charset) ? charset : null;
    } catch (IllegalCharsetNameException e) {
      return null;
    }
  }

  private Html() {}
}
