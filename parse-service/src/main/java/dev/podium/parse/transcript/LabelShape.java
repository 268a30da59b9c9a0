package dev.podium.parse.transcript;

import dev.podium.parse.language.LowerCase;
import java.util.Set;
import java.util.regex.Pattern;

/** What a name looks like, so that a clause before a colon is not taken for one. */
final class LabelShape {

  private static final int MOST_WORDS = 8;
  private static final int LONGEST_CHINESE = 16;
  private static final Set<String> SMALL_WORDS =
      Set.of(
          "de", "du", "des", "la", "le", "les", "el", "los", "las", "of", "the", "and", "et", "y",
          "e", "und", "der", "die", "das", "von", "van", "da", "do", "di", "en", "for", "in", "on",
          "al", "и");

  /** Words that number the points of a speech or head a list, at the beginning of paragraphs. */
  private static final Set<String> ORDER_WORDS =
      Set.of(
          "first",
          "firstly",
          "second",
          "secondly",
          "third",
          "thirdly",
          "fourth",
          "last",
          "lastly",
          "next",
          "finally",
          "one",
          "two",
          "three",
          "also",
          "note",
          "update",
          "correction",
          "source",
          "topics",
          "themen",
          "thema",
          "temas",
          "thèmes",
          "premièrement",
          "deuxièmement",
          "troisièmement",
          "enfin",
          "d'abord",
          "ensuite",
          "un",
          "deux",
          "trois",
          "primero",
          "primera",
          "segundo",
          "segunda",
          "tercero",
          "tercera",
          "uno",
          "dos",
          "tres",
          "erstens",
          "zweitens",
          "drittens",
          "viertens",
          "primeiro",
          "terceiro",
          "во-первых",
          "во-вторых",
          "в-третьих",
          "أولا",
          "ثانيا",
          "ثالثا",
          "第一",
          "第二",
          "第三");

  /** A quoted title may hold any words. */
  private static final Pattern QUOTED =
      Pattern.compile("\u00ab[^\u00bb]+\u00bb|\u201c[^\u201d]+\u201d|\"[^\"]+\"");

  /** Whether a label numbers the points of a speech, and so nobody is called that. */
  static boolean isOrderWord(String label) {
    return ORDER_WORDS.contains(LowerCase.of(label));
  }

  static boolean looksLikeName(String label) {
    if (label.isEmpty()
        || label.indexOf(',') >= 0
        || label.indexOf('\uff0c') >= 0
        || label.codePoints().noneMatch(Character::isLetter)
        || isOrderWord(label)) {
      return false;
    }
    int first = label.codePointAt(0);
    if (Character.isIdeographic(first) || first == '\u300a') {
      return label.length() <= LONGEST_CHINESE && label.indexOf('\u7684') < 0;
    }
    String bare = QUOTED.matcher(label).replaceAll("").strip();
    if (bare.isEmpty()) {
      return true;
    }
    String[] words = bare.split("[ '\u2019]", -1);
    if (words.length > MOST_WORDS || !Character.isLetterOrDigit(bare.codePointAt(0))) {
      return false;
    }
    for (String word : words) {
      if (!word.isEmpty() && !fitsName(word)) {
        return false;
      }
    }
    return !SMALL_WORDS.contains(words[0]);
  }

  private static boolean fitsName(String word) {
    int first = word.codePointAt(0);
    return !Character.isLowerCase(first)
        || SMALL_WORDS.contains(LowerCase.of(word))
        || word.length() <= 2;
  }

  private LabelShape() {}
}
