package dev.podium.parse.dialect;

import dev.podium.kit.pattern.MeteredText;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says of most lines, without trying the pattern, that it cannot match them: they begin with two
 * characters that no match begins with, are too short or too long, or have none of the words one of
 * which each match has.
 */
final class LineFilter {

  private static final int FEW_STARTS = 12;

  /** Stands for what comes second where nobody looked. */
  private static final long[] ANY = {-1, -1};

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
  private final int shortest;
  private final int longest;

  /**
   * For each first character of ASCII a bit for each second one with which a match can begin; null
   * where no match begins with the first.
   */
  private final long[][] starts = new long[LinePattern.ASCII][];

  private final boolean unnamed;

  /** Words that are worth looking for. */
  private final String[] words;

  /** A bit for each character beyond ASCII that the pattern names, by its place. */
  private final long named;

  LineFilter(Pattern pattern) {
    this.pattern = pattern;
    LineShape shape = LineShape.of(pattern.pattern());
    this.shortest = shape.shortest();
    this.longest = shape.longest();
    for (char c = 0; c < LinePattern.ASCII; c++) {
      starts[c] = begins(String.valueOf(c)) ? ANY : null;
    }
    this.unnamed =
        CLASSES.matcher(pattern.pattern()).find()
            || begins(String.valueOf(UNNAMED))
            || begins(String.valueOf(UNNAMED_LETTER));
    this.named = named(pattern.pattern());
    if (!tellsLittle()) {
      for (char c = 0; c < LinePattern.ASCII; c++) {
        starts[c] = starts[c] == null ? null : seconds(c);
      }
    }
    this.words = tellsLittle() ? fewest(shape.words()) : new String[0];
  }

  /** Without those that hold another one: where they are found, that one is, too. */
  private static String[] fewest(List<String> words) {
    return words.stream()
        .filter(
            word -> words.stream().noneMatch(other -> !other.equals(word) && word.contains(other)))
        .toArray(String[]::new);
  }

  /** Whether a match begins with so many characters that this keeps few lines away. */
  private boolean tellsLittle() {
    long begin = Arrays.stream(starts).filter(Objects::nonNull).count();
    return begin > FEW_STARTS || unnamed;
  }

  private long[] seconds(char first) {
    long[] seconds = new long[ANY.length];
    for (char c = 0; c < LinePattern.ASCII; c++) {
      seconds[c >> 6] |= begins("" + first + c) ? 1L << c : 0;
    }
    return seconds;
  }

  /**
   * Whether a match could begin so: the pattern matches, or would have liked to see more, or takes
   * too long to tell.
   */
  private boolean begins(String start) {
    try {
      Matcher matcher = pattern.matcher(new MeteredText(start, LinePattern.STEPS));
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
        || (line.length() >= shortest && line.length() <= longest && fits(line) && hasWord(line));
  }

  /** See {@link LinePattern#canStart}. */
  boolean canStart(char first) {
    return first < LinePattern.ASCII ? starts[first] != null : unnamed || named != 0;
  }

  private boolean fits(String line) {
    char c = line.charAt(0);
    return c < LinePattern.ASCII
        ? starts[c] != null && goesOn(starts[c], line)
        : unnamed
            || Character.isSurrogate(c)
            || ((named & place(c)) != 0 && pattern.pattern().indexOf(c) >= 0);
  }

  private static boolean goesOn(long[] seconds, String line) {
    if (line.length() == 1) {
      return true;
    }
    char c = line.charAt(1);
    return c >= LinePattern.ASCII || (seconds[c >> 6] & 1L << c) != 0;
  }

  private boolean hasWord(String line) {
    for (String word : words) {
      if (line.contains(word)) {
        return true;
      }
    }
    return words.length == 0;
  }
}
