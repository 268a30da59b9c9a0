package dev.podium.parse.dialect;

import dev.podium.kit.pattern.MeteredText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says of most lines, without trying the pattern, that it cannot match them: they begin with a
 * character that no match begins with, are too short or too long, or have none of the words one of
 * which each match has.
 */
final class LineFilter {

  private static final int FEW_STARTS = 12;

  /** They stand for all characters that a pattern does not name: one letter, and one other. */
  private static final char UNNAMED_LETTER = '\u1401';

  private static final char UNNAMED = '\ue000';

  /**
   * What may tell characters beyond ASCII apart without naming them: classes, and ranges; but not a
   * hyphen at the edge of brackets.
   */
  private static final Pattern CLASSES =
      Pattern.compile(
          "\\\\[a-zA-Z&&[^bBds]]|\\(\\?[a-zA-Z-]*i|[^\\x00-\\x7f]-(?!\\])|(?<!\\[\\^?)-[^\\x00-\\x7f]");

  private final Pattern pattern;
  private final LineShape shape;
  private final boolean[] starts = new boolean[LinePattern.ASCII];
  private final boolean unnamed;

  /** Words that are worth looking for. */
  private final List<String> words;

  /** A bit for each character beyond ASCII that the pattern names, by its place. */
  private final long named;

  LineFilter(Pattern pattern) {
    this.pattern = pattern;
    this.shape = LineShape.of(pattern.pattern());
    for (char c = 0; c < LinePattern.ASCII; c++) {
      starts[c] = begins(c);
    }
    this.unnamed =
        CLASSES.matcher(pattern.pattern()).find() || begins(UNNAMED) || begins(UNNAMED_LETTER);
    this.named = named(pattern.pattern());
    this.words = tellsLittle() ? fewest(shape.words()) : List.of();
  }

  /** Without those that hold another one: where they are found, that one is, too. */
  private static List<String> fewest(List<String> words) {
    return words.stream()
        .filter(
            word -> words.stream().noneMatch(other -> !other.equals(word) && word.contains(other)))
        .toList();
  }

  /** Whether a match begins with so many characters that this keeps few lines away. */
  private boolean tellsLittle() {
    int begin = 0;
    for (boolean start : starts) {
      begin += start ? 1 : 0;
    }
    return begin > FEW_STARTS || unnamed;
  }

  /**
   * Whether a match could begin so: the pattern matches, or would have liked to see more, or takes
   * too long to tell.
   */
  private boolean begins(char c) {
    try {
      Matcher matcher = pattern.matcher(new MeteredText(String.valueOf(c), LinePattern.STEPS));
      return matcher.matches() || matcher.hitEnd();
    } catch (MeteredText.TooManyStepsException | StackOverflowError e) {
      return true;
    }
  }

  private static long named(String regex) {
    long named = 0;
    for (int i = 0; i < regex.length(); i++) {
      named |= regex.charAt(i) < LinePattern.ASCII ? 0 : place(regex.charAt(i));
    }
    return named;
  }

  private static long place(char c) {
    return 1L << (c ^ c >>> 6);
  }

  /** Whether it is worth while to try the pattern. */
  boolean passes(String line) {
    return line.isEmpty()
        || (line.length() >= shape.shortest()
            && line.length() <= shape.longest()
            && begins(line)
            && hasWord(line));
  }

  /** See {@link LinePattern#canStart}. */
  boolean canStart(char first) {
    return first < LinePattern.ASCII ? starts[first] : unnamed || named != 0;
  }

  private boolean begins(String line) {
    char c = line.charAt(0);
    return c < LinePattern.ASCII
        ? starts[c]
        : unnamed
            || Character.isSurrogate(c)
            || ((named & place(c)) != 0 && pattern.pattern().indexOf(c) >= 0);
  }

  private boolean hasWord(String line) {
    for (int i = 0; i < words.size(); i++) {
      if (line.contains(words.get(i))) {
        return true;
      }
    }
    return words.isEmpty();
  }
}
