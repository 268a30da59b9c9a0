package dev.podium.parse.page;

/** White space as a reader sees it: whatever prints nothing and parts two words. */
public final class Spaces {

  static final int PLAIN = 0;
  static final int BLANK = 1;
  static final int OTHER = 2;

  /** Of all characters: each of a page is asked for. */
  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

  static {
    for (int i = 0; i < KINDS.length; i++) {
      char c = (char) i;
      boolean special = isSpace(c) || isInvisible(c) || "&<\\".indexOf(c) >= 0;
      KINDS[i] = (byte) (c == ' ' ? BLANK : special ? OTHER : PLAIN);
    }
  }

  /** Blanks of every width, line breaks, and control characters. */
  public static boolean isSpace(char c) {
    if (c <= 0x20) {
      return true;
    }
    if (c < 0x7f) {
      return false;
    }
    return c <= 0xa0 || (c >= 0x1680 && Character.isSpaceChar(c));
  }

  /**
   * {@link #PLAIN} if it is neither white space nor invisible and begins no markup, {@link #BLANK}
   * for a plain blank, else {@link #OTHER}.
   */
  static int kind(char c) {
    return KINDS[c];
  }

  /** Characters without width that carry no meaning at the edge of a text, direction marks too. */
  public static boolean isInvisible(char c) {
    if (c < '\u200b') {
      return c == '\u00ad' || c == '\u061c';
    }
    return c <= '\u200f'
        ? c != '\u200c' && c != '\u200d'
        : (c >= '\u202a' && c <= '\u202e')
            || c == '\u2060'
            || (c >= '\u2066' && c <= '\u2069')
            || c == '\ufeff';
  }

  /** The text without direction marks and the like; what joins or breaks words stays. */
  public static String visible(String text) {
    int first = 0;
    while (first < text.length() && !vanishes(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!vanishes(c)) {
        visible.append(c);
      }
    }
    return visible.toString();
  }

  private static boolean vanishes(char c) {
    return isInvisible(c) && c != '\u2060' && c != '\u00ad';
  }

  /** Runs of white space as one blank, none at the edges. */
  public static String fold(CharSequence text) {
    if (isFolded(text)) {
      return text.toString();
    }
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSpace(c)) {
        folded.append(c);
      } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
        folded.append(' ');
      }
    }
    int length = folded.length();
    if (length > 0 && folded.charAt(length - 1) == ' ') {
      folded.setLength(length - 1);
    }
    return folded.toString();
  }

  /** As nearly all labels are. */
  private static boolean isFolded(CharSequence text) {
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = isSpace(c);
      if (space && (blank || c != ' ')) {
        return false;
      }
      blank = space;
    }
    return text.isEmpty() || !blank;
  }

  private Spaces() {}
}
