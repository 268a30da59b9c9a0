package dev.podium.parse.language;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Guesses the language of a text by its script, and by its small words where scripts are shared.
 */
public final class LanguageGuess {

  private static final int SEEN = 6000;
  private static final int FEWEST_LETTERS = 40;
  private static final int FEWEST_WORDS = 5;

  private static final Map<String, Set<String>> SMALL_WORDS = new LinkedHashMap<>();

  static {
    words("en", "the of and to in is that for on with as are we this have will it be by");
    words("fr", "le la les des et en est que une pour dans du sur au par nous avec qui aux ce");
    words("es", "el la los las de y en que del una para con se por su es al como lo este");
    words("de", "der die das und ist nicht wir mit auf für von den dem zu ein eine auch sich");
    words("pt", "o os as de do da e em que para com uma dos das no na não por ao se");
    words("it", "il di che la e per un una del della con non sono gli nel alla dei si");
  }

  private static void words(String language, String words) {
    SMALL_WORDS.put(language, Set.of(words.split(" ", -1)));
  }

  /** The language, or null if the text is too short or could be several. */
  public static String of(String text) {
    String seen = text.length() > SEEN ? text.substring(0, SEEN) : text;
    int[] scripts = new int[6];
    seen.codePoints().forEach(c -> count(c, scripts));
    int letters = 0;
    for (int script : scripts) {
      letters += script;
    }
    if (letters < FEWEST_LETTERS) {
      return null;
    }
    if (scripts[KANA] * 5 > letters) {
      return "ja";
    }
    if ((scripts[HAN] + scripts[KANA]) * 2 > letters) {
      return scripts[KANA] * 20 > letters ? "ja" : "zh";
    }
    if (scripts[HANGUL] * 2 > letters) {
      return "ko";
    }
    if (scripts[CYRILLIC] * 2 > letters) {
      return "ru";
    }
    return scripts[ARABIC] * 2 > letters ? "ar" : latin(seen);
  }

  private static final int LATIN = 0;
  private static final int HAN = 1;
  private static final int KANA = 2;
  private static final int HANGUL = 3;
  private static final int CYRILLIC = 4;
  private static final int ARABIC = 5;

  private static void count(int c, int[] scripts) {
    if (!Character.isLetter(c)) {
      return;
    }
    switch (Character.UnicodeScript.of(c)) {
      case LATIN -> scripts[LATIN]++;
      case HAN -> scripts[HAN]++;
      case HIRAGANA, KATAKANA -> scripts[KANA]++;
      case HANGUL -> scripts[HANGUL]++;
      case CYRILLIC -> scripts[CYRILLIC]++;
      case ARABIC -> scripts[ARABIC]++;
      default -> {}
    }
  }

  private static String latin(String text) {
    Map<String, Integer> hits = new LinkedHashMap<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
      SMALL_WORDS.forEach(
          (language, words) -> {
            if (words.contains(word)) {
              hits.merge(language, 1, Integer::sum);
            }
          });
    }
    String best = null;
    int most = FEWEST_WORDS - 1;
    for (Map.Entry<String, Integer> entry : hits.entrySet()) {
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }

  private LanguageGuess() {}
}
