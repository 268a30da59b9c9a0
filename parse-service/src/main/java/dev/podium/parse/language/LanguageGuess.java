package dev.podium.parse.language;

import java.util.EnumMap;
import java.util.Map;

/**
 * Guesses the language of a text by its script, by letters that only one language of the script
 * has, and by its small words where all letters are shared.
 */
public final class LanguageGuess {

  /** Only so many characters at the start of a text count. */
  public static final int SEEN = 6000;

  /** So many are enough where they are in the language that a text is declared in. */
  public static final int GLANCE = 400;

  private static final int FEWEST_LETTERS = 40;

  /** A page in two languages is in the declared one if so many of a hundred letters are. */
  private static final int SECOND = 12;

  /** The unified ideographs, of which Chinese pages are full. */
  private static final char FIRST_HAN = '\u4e00';

  private static final char LAST_HAN = '\u9fa5';

  private enum Script {
    LATIN,
    HAN,
    KANA,
    HANGUL,
    CYRILLIC,
    ARABIC,
    HEBREW,
    GREEK,
    DEVANAGARI,
    THAI
  }

  private final String text;
  private final Map<Script, Integer> scripts = new EnumMap<>(Script.class);
  private int letters;

  private LanguageGuess(String text) {
    this.text = text.length() > SEEN ? text.substring(0, SEEN) : text;
    int ascii = 0;
    int han = 0;
    for (int i = 0; i < this.text.length(); i++) {
      char c = this.text.charAt(i);
      if (c < 0x80) {
        ascii += isAsciiLetter(c) ? 1 : 0;
      } else if (c >= FIRST_HAN && c <= LAST_HAN) {
        han++;
      } else if (!Character.isLowSurrogate(c) && Character.isLetter(this.text.codePointAt(i))) {
        count(script(this.text.codePointAt(i)), 1);
      }
    }
    count(Script.LATIN, ascii);
    count(Script.HAN, han);
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** The language, or null if the text is too short or could be several. */
  public static String of(String text) {
    return new LanguageGuess(text).guess();
  }

  /**
   * Whether a text is surely in the declared language.
   *
   * @param declared BCP 47
   */
  public static boolean isIn(String declared, String text) {
    return isOf(declared, of(text));
  }

  private static boolean isOf(String declared, String found) {
    return found != null && (declared.equals(found) || declared.startsWith(found + "-"));
  }

  /**
   * The language that a text is in where it is not in the declared one; null where it can be, as a
   * page in two languages can.
   *
   * @param declared BCP 47
   */
  public static String otherThan(String declared, String text) {
    LanguageGuess guess = new LanguageGuess(text);
    String found = guess.guess();
    if (found == null || isOf(declared, found)) {
      return null;
    }
    int own = guess.letters(script(declared));
    boolean second = script(declared) != script(found) && own * 100 > guess.letters * SECOND;
    return second ? null : found;
  }

  private static Script script(String language) {
    return switch (language.length() > 2 ? language.substring(0, 2) : language) {
      case "zh", "ja" -> Script.HAN;
      case "ko" -> Script.HANGUL;
      case "ru", "uk", "bg", "sr", "be", "mk" -> Script.CYRILLIC;
      case "ar", "fa", "ur" -> Script.ARABIC;
      case "he" -> Script.HEBREW;
      case "el" -> Script.GREEK;
      case "hi" -> Script.DEVANAGARI;
      case "th" -> Script.THAI;
      default -> Script.LATIN;
    };
  }

  private void count(Script script, int more) {
    if (script != null) {
      scripts.merge(script, more, Integer::sum);
      letters += more;
    }
  }

  private static Script script(int letter) {
    return switch (Character.UnicodeScript.of(letter)) {
      case LATIN -> Script.LATIN;
      case HAN -> Script.HAN;
      case HIRAGANA, KATAKANA -> Script.KANA;
      case HANGUL -> Script.HANGUL;
      case CYRILLIC -> Script.CYRILLIC;
      case ARABIC -> Script.ARABIC;
      case HEBREW -> Script.HEBREW;
      case GREEK -> Script.GREEK;
      case DEVANAGARI -> Script.DEVANAGARI;
      case THAI -> Script.THAI;
      default -> null;
    };
  }

  private int letters(Script script) {
    return scripts.getOrDefault(script, 0);
  }

  private boolean isMostly(Script script) {
    return letters(script) * 2 > letters;
  }

  private String guess() {
    if (letters < FEWEST_LETTERS) {
      return null;
    }
    int kana = letters(Script.KANA);
    if (kana * 5 > letters) {
      return "ja";
    }
    if ((letters(Script.HAN) + kana) * 2 > letters) {
      return kana * 20 > letters ? "ja" : "zh";
    }
    for (Script script : Script.values()) {
      if (isMostly(script)) {
        return of(script);
      }
    }
    return null;
  }

  private String of(Script script) {
    return switch (script) {
      case LATIN -> SmallWords.language(text);
      case HAN -> "zh";
      case KANA -> "ja";
      case HANGUL -> "ko";
      case CYRILLIC -> has("іїє") ? "uk" : has("јљњ") ? "sr" : has("ыэ") ? "ru" : cyrillic();
      case ARABIC -> has("پچگی") ? "fa" : "ar";
      case HEBREW -> "he";
      case GREEK -> "el";
      case DEVANAGARI -> "hi";
      case THAI -> "th";
    };
  }

  /** Whether letters that one language alone has are no rare guests. */
  private boolean has(String own) {
    long count = text.chars().filter(c -> own.indexOf(c) >= 0).count();
    return count * 200 > letters;
  }

  /** Bulgarian has its hard sign everywhere, Russian hardly anywhere. */
  private String cyrillic() {
    return text.chars().filter(c -> c == 'ъ').count() * 100 > letters ? "bg" : "ru";
  }
}
