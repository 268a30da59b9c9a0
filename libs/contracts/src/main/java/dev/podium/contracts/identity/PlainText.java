package dev.podium.contracts.identity;

/**
 * The normal form of texts in English and Chinese, most of which have no other characters than
 * those whose normal form is plain to see.
 */
final class PlainText {

  /** What stays of the characters of ASCII; of most that are neither letters nor digits nothing. */
  private static final char[] NORMAL = new char[0x80];

  static {
    for (char c = 0; c < NORMAL.length; c++) {
      boolean stays = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      boolean capital = c >= 'A' && c <= 'Z';
      NORMAL[c] = stays ? c : capital ? (char) (c + ('a' - 'A')) : 0;
    }
  }

  /**
   * The start of what {@link ExchangeIds#normalise} gives; null if another character stands there,
   * or right behind it, where it could be an accent.
   *
   * @param most how many characters at most
   */
  static String normalise(String text, int most) {
    char[] normal = text.toCharArray();
    int length = 0;
    for (int i = 0; i < normal.length && length <= most; i++) {
      char c = normal[i];
      if (c < NORMAL.length) {
        // Where nothing stays, the next character takes the place.
        normal[length] = NORMAL[c];
        length += NORMAL[c] == 0 ? 0 : 1;
      } else if (isHan(c)) {
        normal[length++] = c;
      } else if (!isMark(c)) {
        return null;
      }
    }
    return new String(normal, 0, Math.min(length, most));
  }

  /** The unified ideographs, without those that only newer versions of Unicode have. */
  private static boolean isHan(char c) {
    return c >= 0x4e00 && c <= 0x9fa5;
  }

  /** A blank, a dash, a quotation mark or a bracket, all of which vanish. */
  private static boolean isMark(char c) {
    return c == 0xa0
        || (c >= 0x2010 && c <= 0x2016)
        || (c >= 0x2018 && c <= 0x2027)
        || (c >= 0x3000 && c <= 0x3002)
        || (c >= 0x3008 && c <= 0x3011)
        || (c >= 0xff01 && c <= 0xff0f)
        || (c >= 0xff1a && c <= 0xff20);
  }

  private PlainText() {}
}
