package dev.podium.gateway.http;

/** Text as XML 1.0 can hold it. */
public final class XmlText {

  private static final int REPLACEMENT = 0xFFFD;

  /**
   * The text, with U+FFFD in the place of each character that no XML 1.0 document can hold, not
   * even escaped: most control characters, lone surrogates, U+FFFE and U+FFFF.
   */
  public static String legal(String text) {
    if (text.codePoints().allMatch(XmlText::isLegal)) {
      return text;
    }
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().map(c -> isLegal(c) ? c : REPLACEMENT).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private XmlText() {}
}
