package dev.podium.truth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The flat scalars of a YAML file or of a Markdown page's front matter; deeper ones are passed. */
final class FrontMatter {

  private static final Pattern KEY = Pattern.compile("([A-Za-z_]\\w*):(?:\\s+(.*))?");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|x(\\p{XDigit}{2})|(.))");

  /** A line of dashes, which begins a page's front matter and ends it. */
  static final String FENCE = "---";

  /** The front matter's lines; none where the page has none. */
  static List<String> lines(List<String> page) {
    if (page.isEmpty() || !page.getFirst().strip().equals(FENCE)) {
      return List.of();
    }
    return page.stream().skip(1).takeWhile(line -> !line.strip().equals(FENCE)).toList();
  }

  static Map<String, String> read(List<String> lines) {
    Map<String, String> scalars = new LinkedHashMap<>();
    String key = null;
    for (String line : lines) {
      Matcher start = KEY.matcher(line);
      if (start.matches()) {
        key = start.group(1);
        scalars.put(key, start.group(2) == null ? "" : start.group(2).strip());
      } else if (key != null && line.startsWith(" ")) {
        scalars.merge(key, line.strip(), FrontMatter::join);
      }
    }
    scalars.replaceAll((name, scalar) -> unquote(scalar));
    return scalars;
  }

  /** A line that ends in a backslash goes on without a space (YAML 1.2, 7.3.1). */
  private static String join(String before, String line) {
    return before.startsWith("\"") && before.endsWith("\\")
        ? before.substring(0, before.length() - 1) + line
        : before + " " + line;
  }

  private static String unquote(String scalar) {
    if (scalar.length() < 2) {
      return scalar;
    }
    String inside = scalar.substring(1, scalar.length() - 1);
    if (scalar.startsWith("'") && scalar.endsWith("'")) {
      return inside.replace("''", "'");
    }
    return scalar.startsWith("\"") && scalar.endsWith("\"")
        ? ESCAPE.matcher(inside).replaceAll(FrontMatter::character)
        : scalar;
  }

  private static String character(MatchResult escape) {
    String hex = escape.group(1) != null ? escape.group(1) : escape.group(2);
    return Matcher.quoteReplacement(
        hex != null
            ? Character.toString(Integer.parseInt(hex, 16))
            : switch (escape.group(3)) {
              case "_" -> "\u00a0";
              case "n" -> "\n";
              case "t" -> "\t";
              default -> escape.group(3);
            });
  }

  private FrontMatter() {}
}
