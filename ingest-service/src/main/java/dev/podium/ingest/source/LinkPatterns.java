package dev.podium.ingest.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the regular expressions of link rules, and refuses those that only do harm. */
final class LinkPatterns {

  private static final int LONGEST = 1000;
  private static final int DEEPEST = 30;
  private static final int MOST_REPEATS = 2048;
  private static final int REPEATED_GROUPS = 200;
  private static final Pattern REPEATS = Pattern.compile("(\\))?\\{(\\d+)(?:,(\\d*))?}");

  /**
   * The pattern.
   *
   * @throws IllegalArgumentException if it is none, or none that we take
   */
  static Pattern compile(String regex) {
    if (regex.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the pattern has " + regex.length() + " characters; the most are " + LONGEST);
    }
    refuseManyRepeats(regex);
    refuseDeepGroups(regex);
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          '"' + regex + "\" is no regular expression: " + e.getDescription(), e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException('"' + regex + "\" is too deeply nested", e);
    }
  }

  /** Repeats of what matches nothing look at no character, so that their steps are not counted. */
  private static void refuseManyRepeats(String regex) {
    Matcher repeats = REPEATS.matcher(regex);
    long groups = 1;
    while (repeats.find()) {
      int most = Math.max(count(repeats.group(2)), count(repeats.group(3)));
      groups *= repeats.group(1) == null ? 1 : Math.max(1, most);
      if (most > MOST_REPEATS || groups > REPEATED_GROUPS) {
        throw new IllegalArgumentException(
            "too many repeats at " + repeats.group() + " in \"" + regex + "\"; use * or +");
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
            "groups are nested more than " + DEEPEST + " deep in \"" + regex + '"');
      }
    }
  }

  private static int count(String digits) {
    if (digits == null || digits.isEmpty()) {
      return 0;
    }
    return digits.length() > 4 ? MOST_REPEATS + 1 : Integer.parseInt(digits);
  }

  private LinkPatterns() {}
}
