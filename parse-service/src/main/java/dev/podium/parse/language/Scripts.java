package dev.podium.parse.language;

/** What is known of scripts. */
public final class Scripts {

  /** The closing mark, which Unicode counts as an ideograph; no other one stands before it. */
  public static final char FIRST_IDEOGRAPH = '\u3006';

  /** Whether a text's words are parted by blanks, which those of Chinese and Japanese are not. */
  public static boolean isSpaced(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_IDEOGRAPH && Character.isIdeographic(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private Scripts() {}
}
