package dev.podium.parse.page;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the flat {@code key: value} lines of a front matter; longer YAML is no page's front matter.
 */
final class FrontMatter {

  static void read(String text, Map<String, String> metas) {
    Map<String, StringBuilder> values = new HashMap<>();
    StringBuilder value = null;
    for (String line : text.split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0 && Character.isLetter(line.charAt(0))) {
        value = new StringBuilder(line.substring(colon + 1).strip());
        if (values.size() < Page.MOST_FACTS) {
          values.put(Tag.lower(line.substring(0, colon).strip()), value);
        }
      } else if (value != null && !line.isBlank()) {
        join(value, line.strip());
      }
    }
    values.forEach((key, whole) -> metas.put(key, unquote(whole.toString())));
  }

  /** A double-quoted scalar that ends in a backslash goes on without a blank. */
  private static void join(StringBuilder before, String line) {
    int last = before.length() - 1;
    if (last > 0 && before.charAt(0) == '"' && before.charAt(last) == '\\') {
      before.setLength(last);
      before.append(line.startsWith("\\ ") ? line.substring(1) : line);
    } else {
      before.append(' ').append(line);
    }
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
    // Half of a pair of surrogates is no character: no JSON could carry it.
    return new String(plain.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
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
