package dev.podium.parse.page;

import java.util.Set;

/**
 * Cuts HTML into tags and text the way browsers do, in one pass and without a tree, so that every
 * character keeps its place and no page takes longer than its length.
 */
final class HtmlTokens {

  /** Receives what was found, in the order of the body. */
  interface Handler {

    void startTag(Tag tag);

    void endTag(String name);

    /** Text in {@code [start, end)}, character references unresolved. */
    void text(int start, int end);

    /** The content of an element that holds no markup: title, script and the like. */
    void raw(String name, int start, int end);
  }

  private static final Set<String> RAW =
      Set.of("script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes");

  private final String body;
  private final Handler handler;
  private final Tag tag;

  private int at;

  HtmlTokens(String body, Handler handler) {
    this.body = body;
    this.handler = handler;
    this.tag = new Tag(body);
  }

  void read() {
    int textStart = 0;
    while (at < body.length()) {
      int open = body.indexOf('<', at);
      if (open < 0 || open + 1 >= body.length()) {
        break;
      }
      int kind = kind(open);
      if (kind == TEXT) {
        at = open + 1;
        continue;
      }
      text(textStart, open);
      markup(kind, open);
      textStart = at;
    }
    text(textStart, body.length());
  }

  private static final int TEXT = 0;
  private static final int START = 1;
  private static final int END = 2;
  private static final int DECLARATION = 3;

  private int kind(int open) {
    char next = body.charAt(open + 1);
    if (isLetter(next)) {
      return START;
    }
    if (next == '!' || next == '?') {
      return DECLARATION;
    }
    if (next == '/' && open + 2 < body.length()) {
      return isLetter(body.charAt(open + 2)) ? END : DECLARATION;
    }
    return TEXT;
  }

  private void markup(int kind, int open) {
    switch (kind) {
      case START -> startTag(open);
      case END -> endTag(open);
      default -> declaration(open);
    }
  }

  private void text(int start, int end) {
    if (start < end) {
      handler.text(start, end);
    }
  }

  private void declaration(int open) {
    if (body.startsWith("<!-->", open)) {
      at = open + 5;
    } else if (body.startsWith("<!--->", open)) {
      at = open + 6;
    } else if (body.startsWith("<!--", open)) {
      at = after("-->", open + 4);
    } else {
      at = after(">", open + 2);
    }
  }

  private int after(String what, int from) {
    int found = body.indexOf(what, from);
    return found < 0 ? body.length() : found + what.length();
  }

  private void endTag(int open) {
    int nameEnd = nameEnd(open + 2);
    endTag(TagNames.at(body, open + 2, nameEnd), open, nameEnd);
  }

  /** An end tag may have attributes, which mean nothing, but may hold a {@code >}. */
  private void endTag(String name, int open, int nameEnd) {
    tag.start(name, open);
    at = nameEnd;
    if (attributes()) {
      handler.endTag(name);
    } else {
      at = body.length();
    }
  }

  private void startTag(int open) {
    int nameEnd = nameEnd(open + 1);
    tag.start(TagNames.at(body, open + 1, nameEnd), open);
    at = nameEnd;
    if (!attributes()) {
      at = body.length();
      return;
    }
    handler.startTag(tag);
    if (RAW.contains(tag.name())) {
      raw(tag.name());
    }
  }

  private int nameEnd(int from) {
    int i = from;
    while (i < body.length() && !endsName(body.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean endsName(char c) {
    return c == '>' || c == '/' || isBlank(c);
  }

  /** White space in tags; other control characters are as good as letters there. */
  private static boolean isBlank(char c) {
    return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
  }

  /** Reads up to the end of the tag; false if the body ends before. */
  private boolean attributes() {
    while (at < body.length()) {
      char c = body.charAt(at);
      if (c == '>') {
        at++;
        return true;
      }
      if (c == '/' || isBlank(c)) {
        at++;
      } else {
        attribute();
      }
    }
    return false;
  }

  private void attribute() {
    int nameStart = at++;
    while (at < body.length() && !endsName(body.charAt(at)) && body.charAt(at) != '=') {
      at++;
    }
    int nameEnd = at;
    skipBlanks();
    if (at >= body.length() || body.charAt(at) != '=') {
      tag.attribute(nameStart, nameEnd, nameEnd, nameEnd);
      return;
    }
    at++;
    skipBlanks();
    value(nameStart, nameEnd);
  }

  private void value(int nameStart, int nameEnd) {
    char quote = at < body.length() ? body.charAt(at) : ' ';
    if (quote == '"' || quote == '\'') {
      int close = body.indexOf(quote, at + 1);
      int end = close < 0 ? body.length() : close;
      tag.attribute(nameStart, nameEnd, at + 1, end);
      at = Math.min(end + 1, body.length());
      return;
    }
    int start = at;
    while (at < body.length() && !isBlank(body.charAt(at)) && body.charAt(at) != '>') {
      at++;
    }
    tag.attribute(nameStart, nameEnd, start, at);
  }

  private void skipBlanks() {
    while (at < body.length() && isBlank(body.charAt(at))) {
      at++;
    }
  }

  private void raw(String name) {
    int start = at;
    int close = start;
    while ((close = body.indexOf("</", close)) >= 0) {
      int end = close + 2 + name.length();
      if (body.regionMatches(true, close + 2, name, 0, name.length())
          && end < body.length()
          && endsName(body.charAt(end))) {
        handler.raw(name, start, close);
        endTag(name, close, end);
        return;
      }
      close += 2;
    }
    handler.raw(name, start, body.length());
    at = body.length();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
