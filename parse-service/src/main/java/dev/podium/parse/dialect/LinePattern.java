package dev.podium.parse.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of a dialect. It sees only the start of a line, and gives up (no match) after a number
 * of steps that no honest pattern needs, so that neither a page nor a dialect can make it run long.
 */
public final class LinePattern {

  private static final int SEEN = 300;
  private static final int STEPS = 5_000;
  private static final int LONGEST = 1000;
  private static final int DEEPEST = 30;
  private static final int REPEATED_GROUPS = 10_000;
  private static final Pattern REPEATS = Pattern.compile("(\\))?\\{(\\d+)(?:,(\\d*))?}");

  private final Pattern pattern;
  private final LineFilter filter;

  private LinePattern(Pattern pattern) {
    this.pattern = pattern;
    this.filter = new LineFilter(pattern);
  }

  /**
   * Reads a regular expression.
   *
   * @throws IllegalArgumentException if it is none
   */
  static LinePattern of(String regex) {
    if (regex.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a pattern has " + regex.length() + " characters; the most are " + LONGEST);
    }
    refuseManyRepeats(regex);
    refuseDeepGroups(regex);
    try {
      return new LinePattern(Pattern.compile(regex, Pattern.UNICODE_CASE));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "no regular expression: " + e.getDescription() + " in " + regex, e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("no regular expression: too deeply nested", e);
    }
  }

  /** Repeats of what matches nothing look at no character, so that their steps are not counted. */
  private static void refuseManyRepeats(String regex) {
    Matcher repeats = REPEATS.matcher(regex);
    long groups = 1;
    while (repeats.find()) {
      int most = Math.max(count(repeats.group(2)), count(repeats.group(3)));
      groups *= repeats.group(1) == null ? 1 : Math.max(1, most);
      if (most > SEEN || groups > REPEATED_GROUPS) {
        throw new IllegalArgumentException(
            "too many repeats at " + repeats.group() + " in " + regex + "; use * or +");
      }
    }
  }

  /** Matching goes as deep as groups do, and how much of that a stack holds is not ours to say. */
  private static void refuseDeepGroups(String regex) {
    int depth = 0;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
      if (depth > DEEPEST) {
        throw new IllegalArgumentException(
            "groups are nested more than " + DEEPEST + " deep in " + regex);
      }
    }
  }

  private static int count(String digits) {
    if (digits == null || digits.isEmpty()) {
      return 0;
    }
    return digits.length() > 3 ? SEEN + 1 : Integer.parseInt(digits);
  }

  /** Whether the whole line matches; never if it is longer than what patterns see. */
  public boolean matches(String line) {
    if (line.length() > SEEN || !filter.passes(line)) {
      return false;
    }
    try {
      return pattern.matcher(new Metered(line)).matches();
    } catch (TooManyStepsException | StackOverflowError e) {
      return false;
    }
  }

  /** Whether it is found in the line's start. */
  public boolean finds(String line) {
    try {
      return pattern.matcher(new Metered(start(line))).find();
    } catch (TooManyStepsException | StackOverflowError e) {
      return false;
    }
  }

  /** The first group of the first match in the line's start, or null. */
  public String group(String line) {
    try {
      var matcher = pattern.matcher(new Metered(start(line)));
      return matcher.find() && matcher.groupCount() > 0 ? matcher.group(1) : null;
    } catch (TooManyStepsException | StackOverflowError e) {
      return null;
    }
  }

  private static String start(String line) {
    if (line.length() <= SEEN) {
      return line;
    }
    return line.substring(0, Character.isHighSurrogate(line.charAt(SEEN - 1)) ? SEEN - 1 : SEEN);
  }

  static final class TooManyStepsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyStepsException() {
      super("too many steps", null, false, false);
    }
  }

  /** Counts how often the pattern looks at a character. */
  static final class Metered implements CharSequence {

    private final String text;
    private int steps;

    Metered(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > STEPS) {
        throw new TooManyStepsException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
