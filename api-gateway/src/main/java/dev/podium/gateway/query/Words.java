package dev.podium.gateway.query;

import java.util.List;
import java.util.regex.Pattern;

/** Words as an index counts them, roughly: it knows the rules of each language better. */
public final class Words {

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /** What white space parts, but for pieces that are no words. */
  static List<String> parts(String text) {
    return SPACES
        .splitAsStream(text)
        .filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }

  /** How many there are; each character of a script without spaces is one. */
  static int count(String text) {
    int count = 0;
    boolean inWord = false;
    for (int c : text.codePoints().toArray()) {
      boolean isWord = Character.isLetterOrDigit(c);
      boolean isAlone = isWord && isCjk(c);
      if (isAlone || (isWord && !inWord)) {
        count++;
      }
      inWord = isWord && !isAlone;
    }
    return count;
  }

  /** Whether it belongs to a script that is written without spaces, or is counted so. */
  public static boolean isCjk(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
      default -> false;
    };
  }

  private Words() {}
}
