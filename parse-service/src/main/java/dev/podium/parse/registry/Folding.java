package dev.podium.parse.registry;

import dev.podium.parse.language.LowerCase;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;

/** Names as they are compared: capitals, accents, width, quotes and blanks make no other name. */
final class Folding {

  private static final int ARABIC_STRETCH = 0x640;

  /** A stretch of Unicode with dashes, quotes and dots only, which are never part of a name. */
  private static final char FIRST_DASH = '\u2010';

  private static final char LAST_DOTS = '\u2027';

  /** The folded letters and digits, with one blank where anything else stands between them. */
  static String words(String name) {
    return isPlain(name) ? plainWords(name) : foldedWords(name);
  }

  /** Whether a name has neither accents nor other scripts: only ASCII, dashes and quotes. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 0x80 && (c < FIRST_DASH || c > LAST_DOTS)) {
        return false;
      }
    }
    return true;
  }

  /** Most labels are so plain that nothing but capitals is to be folded. */
  private static String plainWords(String name) {
    StringBuilder words = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      addVisible(words, Character.toLowerCase(name.charAt(i)));
    }
    return ended(words).toString();
  }

  private static String foldedWords(String name) {
    // Upper case first: it alone makes ss of the German sharp s.
    String plain = LowerCase.of(name.toUpperCase(Locale.ROOT));
    StringBuilder words = new StringBuilder(plain.length());
    Normalizer.normalize(plain, Normalizer.Form.NFKD).codePoints().forEach(c -> add(words, c));
    return Normalizer.normalize(ended(words), Normalizer.Form.NFC);
  }

  /** Without the blank at the end. */
  private static StringBuilder ended(StringBuilder words) {
    int end = words.length();
    if (end > 0 && words.charAt(end - 1) == ' ') {
      words.setLength(end - 1);
    }
    return words;
  }

  private static void add(StringBuilder words, int c) {
    if (!isSilent(c)) {
      addVisible(words, c);
    }
  }

  private static void addVisible(StringBuilder words, int c) {
    if (Character.isLetterOrDigit(c) || isVoicing(c)) {
      words.appendCodePoint(likened(c));
    } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
      words.append(' ');
    }
  }

  /** The marks of Japanese, which make another syllable and are no accents. */
  private static boolean isVoicing(int c) {
    return c == 0x3099 || c == 0x309a;
  }

  private static boolean isSilent(int c) {
    int type = Character.getType(c);
    return c == ARABIC_STRETCH
        || type == Character.FORMAT
        || (type == Character.NON_SPACING_MARK && !isVoicing(c));
  }

  /** Arabic final letters that are written one for the other. */
  private static int likened(int c) {
    return switch (c) {
      case 0x629 -> 0x647;
      case 0x649 -> 0x64a;
      default -> c;
    };
  }

  /** What is looked up: the words without their blanks. */
  static String key(String name) {
    return joined(words(name));
  }

  static String joined(String words) {
    return words.replace(" ", "");
  }

  /** How long a part of folded words is without its blanks. */
  static int letters(String words, int from, int to) {
    int letters = 0;
    for (int i = from; i < to; i++) {
      letters += words.charAt(i) == ' ' ? 0 : 1;
    }
    return letters;
  }

  /** Whether a folded text may be cut here: at a blank, or in a script that writes none. */
  static boolean isBoundary(String words, int at) {
    return at <= 0
        || at >= words.length()
        || isUnspaced(words.charAt(at - 1))
        || isUnspaced(words.charAt(at));
  }

  /** Whether a word certainly starts here, in any script. */
  static boolean isStart(String words, int at) {
    return isBoundary(words, at)
        && (at == 0 || UnicodeScript.of(words.charAt(at - 1)) != UnicodeScript.HAN);
  }

  /** A blank, or a letter of a script that puts none between words. */
  private static boolean isUnspaced(char c) {
    if (c < 0x80) {
      return c == ' ';
    }
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> c == ' ';
    };
  }

  private Folding() {}
}
