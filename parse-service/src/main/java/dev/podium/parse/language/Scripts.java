package dev.podium.parse.language;

/** What is known of scripts. */
public final class Scripts {

  /** Whether a text's words are parted by blanks, which those of Chinese and Japanese are not. */
  public static boolean isSpaced(String text) {
    return text.codePoints().noneMatch(Character::isIdeographic);
  }

  private Scripts() {}
}
