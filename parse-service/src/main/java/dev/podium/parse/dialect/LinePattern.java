package dev.podium.parse.dialect;

import dev.podium.kit.pattern.BoundedRegex;
import dev.podium.kit.pattern.MeteredText;
import java.util.regex.Pattern;

/**
 * A pattern of a dialect. It sees only the start of a line, and gives up (no match) after a number
 * of steps that no honest pattern needs, so that neither a page nor a dialect can make it run long.
 */
public final class LinePattern {

  private static final int SEEN = 300;
  static final int STEPS = 5_000;

  /** So many characters have places of their own in tables; all others share one. */
  static final int ASCII = 0x80;

  private static final BoundedRegex REGEX = new BoundedRegex(1000, SEEN, 10_000);

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
    return new LinePattern(REGEX.compile(regex, Pattern.UNICODE_CASE));
  }

  /** Whether a line can match that begins so; {@value #ASCII} stands for all beyond ASCII. */
  boolean canStart(char first) {
    return filter.canStart(first);
  }

  /** Whether the whole line matches; never if it is longer than what patterns see. */
  public boolean matches(String line) {
    if (line.length() > SEEN || !filter.passes(line)) {
      return false;
    }
    try {
      return pattern.matcher(new MeteredText(line, STEPS)).matches();
    } catch (MeteredText.TooManyStepsException | StackOverflowError e) {
      return false;
    }
  }

  /** Whether it is found in the line's start. */
  public boolean finds(String line) {
    try {
      return pattern.matcher(new MeteredText(start(line), STEPS)).find();
    } catch (MeteredText.TooManyStepsException | StackOverflowError e) {
      return false;
    }
  }

  /** The first group of the first match in the line's start, or null. */
  public String group(String line) {
    try {
      var matcher = pattern.matcher(new MeteredText(start(line), STEPS));
      return matcher.find() && matcher.groupCount() > 0 ? matcher.group(1) : null;
    } catch (MeteredText.TooManyStepsException | StackOverflowError e) {
      return null;
    }
  }

  private static String start(String line) {
    if (line.length() <= SEEN) {
      return line;
    }
    return line.substring(0, Character.isHighSurrogate(line.charAt(SEEN - 1)) ? SEEN - 1 : SEEN);
  }
}
