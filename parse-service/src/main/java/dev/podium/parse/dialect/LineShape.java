package dev.podium.parse.dialect;

import java.util.List;
import java.util.stream.Stream;

/**
 * What can be told of all lines that match a pattern without trying it: how long they are, and
 * words that they hold. Of patterns that are more than a plain one, nothing is told.
 *
 * @param shortest in UTF-16 code units
 * @param longest in UTF-16 code units
 * @param words one of which each match has; none where that cannot be told
 */
record LineShape(int shortest, int longest, List<String> words) {

  static final int ENDLESS = Integer.MAX_VALUE;
  static final LineShape NOTHING = new LineShape(0, 0, List.of());
  private static final LineShape ANYTHING = new LineShape(0, ENDLESS, List.of());

  /** To look for more words takes longer than to try the pattern. */
  private static final int MOST_WORDS = 16;

  /** The shape of a regular expression that compiles. */
  static LineShape of(String regex) {
    try {
      return new LineShapeReader(regex).read();
    } catch (LineShapeReader.NotPlainException e) {
      return ANYTHING;
    }
  }

  static LineShape character(int longest) {
    return new LineShape(1, longest, List.of());
  }

  LineShape or(LineShape other) {
    boolean both = !words.isEmpty() && !other.words.isEmpty();
    List<String> any = both ? joined(words, other.words) : List.of();
    return new LineShape(Math.min(shortest, other.shortest), Math.max(longest, other.longest), any);
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return some.size() + others.size() > MOST_WORDS
        ? List.of()
        : Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  LineShape then(LineShape next) {
    return new LineShape(
        sum(shortest, next.shortest), sum(longest, next.longest), better(words, next.words));
  }

  private static List<String> better(List<String> some, List<String> others) {
    return weight(others) > weight(some) ? others : some;
  }

  /** The longer the shortest word, the rarer lines have one. */
  private static int weight(List<String> words) {
    return words.stream().mapToInt(String::length).min().orElse(0);
  }

  LineShape times(int least, int most) {
    return new LineShape(
        product(shortest, least), product(longest, most), least > 0 ? words : List.of());
  }

  private static int sum(int a, int b) {
    return (int) Math.min(ENDLESS, (long) a + b);
  }

  private static int product(int a, int b) {
    return (int) Math.min(ENDLESS, (long) a * b);
  }
}
