package dev.podium.parse.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words that a language has in every sentence, of the languages in Latin letters. */
final class SmallWords {

  private static final int FEWEST = 5;

  /** Its small letter has a dot of its own, a mark that parts words. */
  private static final char DOTTED_CAPITAL_I = '\u0130';

  private static final List<String> LANGUAGES = new ArrayList<>();

  /** For each word the languages that have it, by their numbers in ascending order. */
  private static final Map<String, int[]> WORDS = new HashMap<>();

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

  private static final int LONGEST =
      WORDS.keySet().stream().mapToInt(String::length).max().orElse(0);

  /** The same by their hashes, each at the next free place, to look up letters of a text. */
  private static final String[] HASHED = new String[2048];

  static {
    for (String word : WORDS.keySet()) {
      int place = hash(word.toCharArray(), word.length());
      while (HASHED[place] != null) {
        place = next(place);
      }
      HASHED[place] = word;
    }
  }

  private final int[] hits = new int[LANGUAGES.size()];

  /** The languages that were hit, in the order of their first hits. */
  private final int[] order = new int[LANGUAGES.size()];

  private int found;

  /** The small letters of the word that is read, as far as any small word goes, and its length. */
  private final char[] word = new char[LONGEST];

  private int length;

  private static void words(String language, String words) {
    int number = LANGUAGES.size();
    LANGUAGES.add(language);
    for (String word : words.split(" ", -1)) {
      int[] others = WORDS.getOrDefault(word, new int[0]);
      int[] all = Arrays.copyOf(others, others.length + 1);
      all[others.length] = number;
      WORDS.put(word, all);
    }
  }

  /** The language whose words a text has most often; null if it has too few of any. */
  static String language(String text) {
    SmallWords words = new SmallWords();
    words.count(text);
    return words.best();
  }

  private void count(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int small = c | 0x20;
      if (small >= 'a' && small <= 'z') {
        add((char) small);
      } else if (c < 0x80 || !isLetter(text, i, c)) {
        endWord();
      } else {
        add(Character.toLowerCase(c));
        if (c == DOTTED_CAPITAL_I) {
          endWord();
        }
      }
    }
    endWord();
  }

  private static boolean isLetter(String text, int at, char c) {
    boolean second = Character.isLowSurrogate(c);
    return Character.isLetter(second ? text.codePointBefore(at + 1) : text.codePointAt(at));
  }

  private void add(char letter) {
    if (length < word.length) {
      word[length] = letter;
    }
    length++;
  }

  private void endWord() {
    if (length > 0 && length <= word.length) {
      hit(smallWord());
    }
    length = 0;
  }

  /** The small word that these letters are, or null. */
  private String smallWord() {
    int place = hash(word, length);
    while (HASHED[place] != null && !isWord(HASHED[place])) {
      place = next(place);
    }
    return HASHED[place];
  }

  private boolean isWord(String small) {
    int i = small.length() == length ? 0 : -1;
    while (i >= 0 && i < length) {
      i = small.charAt(i) == word[i] ? i + 1 : -1;
    }
    return i == length;
  }

  private static int hash(char[] letters, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + letters[i];
    }
    return (hash ^ hash >>> 11) & (HASHED.length - 1);
  }

  private static int next(int place) {
    return (place + 1) & (HASHED.length - 1);
  }

  private void hit(String word) {
    if (word == null) {
      return;
    }
    for (int language : WORDS.get(word)) {
      if (hits[language]++ == 0) {
        order[found++] = language;
      }
    }
  }

  /** Of languages that are hit equally often the one that was hit first. */
  private String best() {
    String best = null;
    int most = FEWEST - 1;
    for (int i = 0; i < found; i++) {
      if (hits[order[i]] > most) {
        most = hits[order[i]];
        best = LANGUAGES.get(order[i]);
      }
    }
    return best;
  }
}
