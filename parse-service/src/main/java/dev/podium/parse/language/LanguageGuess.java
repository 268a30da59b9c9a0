package dev.podium.parse.language;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Guesses the language of a text by its script, by letters that only one language of the script
 * has, and by its small words where all letters are shared.
 */
public final class LanguageGuess {

  private static final int SEEN = 6000;
  private static final int FEWEST_LETTERS = 40;
  private static final int FEWEST_WORDS = 5;

  /** A page in two languages is in the declared one if so many of a hundred letters are. */
  private static final int SECOND = 12;

  private static final Map<String, Set<String>> SMALL_WORDS = new LinkedHashMap<>();

  static {
    words("en", "the of and to in is that for on with as are we this have will it be by");
    words("fr", "le la les des et en est que une pour dans du sur au par nous avec qui aux ce");
    words("es", "el la los las de y en que del una para con se por su es al como lo este");
    words("de", "der die das und ist nicht wir mit auf für von den dem zu ein eine auch sich");
    words("pt", "o os as de do da e em que para com uma dos das no na não por ao se");
    words("it", "il di che la e per un una del della con non sono gli nel alla dei si");
    words("nl", "de het een van en in is dat op te voor met zijn niet aan er ook wij naar");
    words("tr", "ve bir bu için ile da de olarak çok daha olan ne gibi sayın mı mi değil");
    words("pl", "i w na z do nie się że jest to o jak po za dla przez od są oraz przy");
    words("cs", "a v na se je že to s z do o k pro za jsme by jako při ale");
    words("ro", "și în de la a cu pe că nu este din pentru un o să ale mai sunt");
    words("sv", "och i att det som en på är av för med till den inte om ett vi har");
    words("da", "og i at det er en til på som af for med den de ikke der et vi har");
    words("id", "yang dan di ini untuk dengan dari tidak itu pada akan dalam ke kami adalah juga");
    words("vi", "và của là các có trong được cho không này với một đã những về");
    words("hu", "a az és hogy nem is egy van ez meg azt de csak el volt");
  }

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
  private final Map<Script, int[]> scripts = new EnumMap<>(Script.class);
  private int letters;

  private LanguageGuess(String text) {
    for (Script script : Script.values()) {
      scripts.put(script, new int[1]);
    }
    this.text = text.length() > SEEN ? text.substring(0, SEEN) : text;
    this.text.codePoints().filter(Character::isLetter).forEach(this::count);
  }

  private static void words(String language, String words) {
    SMALL_WORDS.put(language, Set.of(words.split(" ", -1)));
  }

  /** The language, or null if the text is too short or could be several. */
  public static String of(String text) {
    return new LanguageGuess(text).guess();
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
    if (found == null || declared.equals(found) || declared.startsWith(found + "-")) {
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

  private void count(int c) {
    Script script =
        switch (Character.UnicodeScript.of(c)) {
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
    if (script != null) {
      scripts.get(script)[0]++;
      letters++;
    }
  }

  private int letters(Script script) {
    return scripts.get(script)[0];
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
      case LATIN -> latin();
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

  private String latin() {
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
}
