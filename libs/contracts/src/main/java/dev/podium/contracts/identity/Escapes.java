package dev.podium.contracts.identity;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-escapes in the canonical spelling: upper case, and only where a character needs one. */
final class Escapes {

  // Unreserved characters and the delimiters that a path or a query may hold as they are.
  private static final String LITERAL = "-._~!$&'()*+,;=:@/?";
  private static final String UNRESERVED = "-._~";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int ESCAPE_LENGTH = 3;

  /**
   * The path or query in its canonical spelling. An escape of an unreserved character is undone,
   * any other one stays one; a percent sign that starts no escape is escaped.
   */
  static String normalise(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      if (isEscape(text, i)) {
        appendByte(normal, (byte) HexFormat.fromHexDigits(text, i + 1, i + ESCAPE_LENGTH));
        i += ESCAPE_LENGTH;
      } else {
        int codePoint = text.codePointAt(i);
        appendCharacter(normal, codePoint);
        i += Character.charCount(codePoint);
      }
    }
    return normal.toString();
  }

  private static boolean isEscape(String text, int i) {
    return text.charAt(i) == '%'
        && i + ESCAPE_LENGTH <= text.length()
        && HexFormat.isHexDigit(text.charAt(i + 1))
        && HexFormat.isHexDigit(text.charAt(i + 2));
  }

  private static void appendByte(StringBuilder normal, byte value) {
    if (isAsciiAlphanumeric(value) || UNRESERVED.indexOf(value) >= 0) {
      normal.append((char) value);
    } else {
      normal.append('%').append(HEX.toHexDigits(value));
    }
  }

  private static void appendCharacter(StringBuilder normal, int codePoint) {
    if (isAsciiAlphanumeric(codePoint) || LITERAL.indexOf(codePoint) >= 0) {
      normal.append((char) codePoint);
      return;
    }
    for (byte value : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      normal.append('%').append(HEX.toHexDigits(value));
    }
  }

  private static boolean isAsciiAlphanumeric(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private Escapes() {}
}
