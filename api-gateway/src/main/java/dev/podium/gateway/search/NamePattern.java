package dev.podium.gateway.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a part of a name as a regular expression of Lucene in which case, accents and width do not
 * matter. Names are kept as printed, and its own way without case knows the letters of English
 * only.
 */
final class NamePattern {

  /** As many characters as Elasticsearch takes unless it is set otherwise. */
  private static final int LONGEST = 1_000;

  /** Latin, Greek and Cyrillic, Arabic, Vietnamese, and letters of full width. */
  private static final int[][] ALPHABETS = {
    {'A', 0x17F}, {0x370, 0x52F}, {0x621, 0x6D5}, {0x1EA0, 0x1EF9}, {0xFF21, 0xFF5A}
  };

  /** Letters with a stroke or without their dot, which Unicode does not take apart. */
  private static final Map<String, String> STROKES =
      Map.of("\u00f8", "o", "\u0142", "l", "\u0111", "d", "\u0131", "i");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** For each letter that is written in several ways, all of them. */
  private static final Map<Integer, String> WAYS = ways();

  /**
   * The expression; empty where it would be longer than any name.
   *
   * @param before what may stand before the text, as an expression
   */
  static Optional<String> of(String text, String before) {
    int[] letters = Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().toArray();
    int left = LONGEST - before.length() - ".*".length();
    left -= IntStream.of(letters).map(letter -> literal(letter).length()).sum();
    if (left < 0) {
      return Optional.empty();
    }
    StringBuilder pattern = new StringBuilder(before);
    for (int letter : letters) {
      String literal = literal(letter);
      String ways = WAYS.getOrDefault(letter, literal);
      int more = ways.length() - literal.length();
      // What is too long for that ends as it was written.
      pattern.append(more <= left ? ways : literal);
      left -= more <= left ? more : 0;
    }
    return Optional.of(pattern.append(".*").toString());
  }

  private static String literal(int letter) {
    boolean plain = Character.isLetterOrDigit(letter) || Character.isWhitespace(letter);
    return (plain ? "" : "\\") + Character.toString(letter);
  }

  private static Map<Integer, String> ways() {
    Map<String, List<Integer>> bases =
        List.of(ALPHABETS).stream()
            .flatMap(range -> IntStream.rangeClosed(range[0], range[1]).boxed())
            .filter(Character::isLetter)
            .collect(Collectors.groupingBy(NamePattern::base, TreeMap::new, Collectors.toList()));
    Map<Integer, String> ways = new TreeMap<>();
    bases.forEach(
        (base, letters) -> {
          if (base.codePointCount(0, base.length()) == 1 && letters.size() > 1) {
            letters.forEach(letter -> ways.put(letter, oneOf(letters)));
          }
        });
    return ways;
  }

  private static String base(int letter) {
    String apart = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
    // First the capital, which both forms of the Greek sigma have in common.
    String small =
        MARKS.matcher(apart).replaceAll("").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return STROKES.getOrDefault(small, small);
  }

  /** As {@code [AaÀ-Å]}. */
  private static String oneOf(List<Integer> letters) {
    StringBuilder set = new StringBuilder("[");
    int from = letters.getFirst();
    int last = from;
    for (int letter : letters) {
      if (letter > last + 1) {
        appendRange(set, from, last);
        from = letter;
      }
      last = letter;
    }
    appendRange(set, from, last);
    return set.append(']').toString();
  }

  private static void appendRange(StringBuilder set, int from, int last) {
    set.appendCodePoint(from);
    if (last > from + 1) {
      set.append('-');
    }
    if (last > from) {
      set.appendCodePoint(last);
    }
  }

  private NamePattern() {}
}
