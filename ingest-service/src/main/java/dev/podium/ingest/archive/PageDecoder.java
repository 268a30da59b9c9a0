package dev.podium.ingest.archive;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes bodies: by what the parser used where it is known, otherwise by byte order mark, header
 * and the page's own declaration, in that order, and UTF-8 where there is none.
 */
final class PageDecoder {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int DECLARATION_BYTES = 4096;
  private static final Pattern DECLARATION =
      Pattern.compile(
          "<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:+-]+)", Pattern.CASE_INSENSITIVE);

  /**
   * The text, without its byte order mark and otherwise unchanged.
   *
   * @param parserCharset what the parser says that it used, or null
   */
  static String decode(byte[] body, ContentType type, String parserCharset) {
    Charset charset = known(parserCharset);
    String text = new String(body, charset == null ? detect(body, type) : charset);
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Charset detect(byte[] body, ContentType type) {
    Charset charset = byteOrderMark(body);
    if (charset == null) {
      charset = known(type.charset());
    }
    if (charset == null && type.html()) {
      charset = declared(body);
    }
    return charset == null ? StandardCharsets.UTF_8 : charset;
  }

  private static Charset byteOrderMark(byte[] body) {
    if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(body, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(body, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
  }

  private static boolean startsWith(byte[] body, int... bytes) {
    if (body.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((body[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset declared(byte[] body) {
    int length = Math.min(body.length, DECLARATION_BYTES);
    Matcher matcher = DECLARATION.matcher(new String(body, 0, length, StandardCharsets.ISO_8859_1));
    return matcher.find() ? known(matcher.group(1)) : null;
  }

  private static Charset known(String name) {
    if (name == null) {
      return null;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private PageDecoder() {}
}
