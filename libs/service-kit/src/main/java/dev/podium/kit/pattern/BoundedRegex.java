package dev.podium.kit.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads regular expressions that others have written, and refuses those that only do harm; what one
 * looks at is to be a {@link MeteredText}.
 *
 * @param longest how many characters one has at most
 * @param mostRepeats how often one repeats anything with a number
 * @param repeatedGroups how often one repeats groups, nested ones multiplied: of what matches
 *     nothing no character is looked at, so that its steps are not counted
 */
public record BoundedRegex(int longest, int mostRepeats, int repeatedGroups) {

  private static final int DEEPEST = 30;
  private static final int MOST_DIGITS = 6;
  private static final Pattern REPEATS = Pattern.compile("(\\))?\\{(\\d+)(?:,(\\d*))?}");

  /**
   * Compiles a regular expression.
   *
   * @param flags as {@link Pattern#compile(String, int)} takes them
   * @throws IllegalArgumentException if it is none, or one that is refused
   */
  public Pattern compile(String regex, int flags) {
    if (regex.length() > longest) {
      throw new IllegalArgumentException(
          "a pattern has " + regex.length() + " characters; the most are " + longest);
    }
    refuseManyRepeats(regex);
    refuseDeepGroups(regex);
    try {
      return Pattern.compile(regex, flags);
    } catch (PatternSyntaxException e) {
      throw new NoRegexException(regex, e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("no regular expression: too deeply nested", e);
    }
  }

  private void refuseManyRepeats(String regex) {
    Matcher repeats = REPEATS.matcher(regex);
    long groups = 1;
    while (repeats.find()) {
      int most = Math.max(count(repeats.group(2)), count(repeats.group(3)));
      groups *= repeats.group(1) == null ? 1 : Math.max(1, most);
      if (most > mostRepeats || groups > repeatedGroups) {
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
    return digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  /** It cannot be read as a regular expression. */
  public static final class NoRegexException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    NoRegexException(String regex, PatternSyntaxException e) {
      super("no regular expression: " + e.getDescription() + " in " + regex, e);
    }

    /** What is wrong with it, in the platform's words. */
    public String description() {
      return ((PatternSyntaxException) getCause()).getDescription();
    }
  }
}
