package dev.podium.parse.page;

import java.util.Map;

/**
 * Reads the flat {@code key: value} lines of a front matter; longer YAML is no page's front matter.
 */
final class FrontMatter {

  static void read(String text, Map<String, String> metas) {
    String key = null;
    for (String line : text.split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0 && Character.isLetter(line.charAt(0))) {
        key = Tag.lower(line.substring(0, colon).strip());
        metas.put(key, line.substring(colon + 1).strip());
      } else if (key != null && !line.isBlank()) {
        metas.merge(key, line.strip(), FrontMatter::join);
      }
    }
    metas.replaceAll((name, value) -> unquote(value));
  }

  /** A double-quoted scalar that ends in a backslash goes on without a blank. */
  private static String join(String before, String line) {
    return before.startsWith("\"") && before.endsWith("\\")
        ? before.substring(0, before.length() - 1) + line.replaceFirst("^\\\\ ", " ")
        : before + " " + line;
  }

  private static String unquote(String value) {
    if (value.length() < 2) {
      return value;
    }
    char quote = value.charAt(0);
    if ((quote != '"' && quote != '\'') || value.charAt(value.length() - 1) != quote) {
      return value;
    }
    String inside = value.substring(1, value.length() - 1);
    return quote == '\'' ? inside.replace("''", "'") : unescape(inside);
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      char next = text.charAt(++i);
      switch (next) {
        case '_' -> plain.append('\u00a0');
        case 'n' -> plain.append('\n');
        case 't' -> plain.append('\t');
        case 'u', 'x' -> i = hex(text, i, next == 'u' ? 4 : 2, plain);
        default -> plain.append(next);
      }
    }
    return plain.toString();
  }

  private static int hex(String text, int at, int digits, StringBuilder plain) {
    int end = at + 1 + digits;
    try {
      plain.append((char) Integer.parseInt(text.substring(at + 1, end), 16));
      return end - 1;
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      plain.append(text.charAt(at));
      return at;
    }
  }

  private FrontMatter() {}
}
