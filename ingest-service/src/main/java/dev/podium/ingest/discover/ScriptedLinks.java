package dev.podium.ingest.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links that a page's scripts put into it: markup in strings, as {@code append("<a
 * href=\"/news/1\">")}, or whole addresses in JSON.
 */
final class ScriptedLinks {

  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
  private static final Pattern ESCAPED = Pattern.compile("\\\\+([\"'/])");
  private static final Pattern LINK =
      Pattern.compile(
          "\\bhref\\s*=\\s*[\"']([^\"'<>\\s]{1,2048})[\"']"
              + "|[\"'](https?://[^\"'<>\\s\\\\]{1,2048})[\"']");

  /** The addresses, as they are written there: perhaps relative. */
  static List<String> in(String script) {
    List<String> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(unescaped(script));
    while (matcher.find()) {
      String link = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      links.add(link.replace("&amp;", "&"));
    }
    return links;
  }

  private static String unescaped(String script) {
    String text = UNICODE.matcher(script).replaceAll(ScriptedLinks::character);
    return ESCAPED.matcher(text).replaceAll("$1");
  }

  private static String character(MatchResult escape) {
    char character = (char) Integer.parseInt(escape.group(1), 16);
    return Matcher.quoteReplacement(String.valueOf(character));
  }

  private ScriptedLinks() {}
}
