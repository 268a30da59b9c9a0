package dev.podium.parse.dialect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says of most lines, without trying the pattern, that it cannot match them: they begin with a
 * character that no match begins with, or have none of the words one of which each match has.
 */
final class LineFilter {

  private static final int ASCII = 0x80;

  /** Stands for all characters that a pattern does not name. */
  private static final char UNNAMED = '\ue000';

  /** What may tell characters beyond ASCII apart without naming them. */
  private static final Pattern CLASSES =
      Pattern.compile("\\\\[a-zA-Z&&[^ds]]|\\(\\?[a-zA-Z-]*i|[^\\x00-\\x7f]-|-[^\\x00-\\x7f]");

  /** Any characters, and then one of some alternatives. */
  private static final Pattern BEHIND_ANYTHING =
      Pattern.compile(
          "\\.(?:\\*|\\{0,\\d+\\})\\(((?:[^()\\\\\\[\\]]|\\\\.|\\[[^\\]]*\\])*)\\)(?![?*{])[^|]*");

  private static final Pattern ALTERNATIVE = Pattern.compile("|", Pattern.LITERAL);
  private static final Pattern PLAIN = Pattern.compile("[^.*+?{}()\\[\\]\\\\^$|]*(?![*?{])");

  private final Pattern pattern;
  private final boolean[] starts = new boolean[ASCII];
  private final boolean unnamed;
  private final List<String> words;

  LineFilter(Pattern pattern) {
    this.pattern = pattern;
    for (char c = 0; c < ASCII; c++) {
      starts[c] = begins(c);
    }
    this.unnamed = CLASSES.matcher(pattern.pattern()).find() || begins(UNNAMED);
    this.words = words(pattern.pattern());
  }

  /**
   * Whether a match could begin so: the pattern matches, or would have liked to see more, or takes
   * too long to tell.
   */
  private boolean begins(char c) {
    try {
      Matcher matcher = pattern.matcher(new LinePattern.Metered(String.valueOf(c)));
      return matcher.matches() || matcher.hitEnd();
    } catch (LinePattern.TooManyStepsException | StackOverflowError e) {
      return true;
    }
  }

  /** The words one of which each match has; none where that is not plain to see. */
  private static List<String> words(String regex) {
    Matcher behind = BEHIND_ANYTHING.matcher(regex);
    if (!behind.matches()) {
      return List.of();
    }
    List<String> words = ALTERNATIVE.splitAsStream(behind.group(1)).map(LineFilter::plain).toList();
    return words.contains("") ? List.of() : words;
  }

  /** The characters at the start of a pattern that stand for themselves. */
  private static String plain(String regex) {
    Matcher start = PLAIN.matcher(regex);
    return start.lookingAt() ? start.group() : "";
  }

  /** Whether it is worth while to try the pattern. */
  boolean passes(String line) {
    return line.isEmpty() || (canStart(line.charAt(0)) && hasWord(line));
  }

  private boolean canStart(char c) {
    return c < ASCII
        ? starts[c]
        : unnamed || Character.isSurrogate(c) || pattern.pattern().indexOf(c) >= 0;
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
