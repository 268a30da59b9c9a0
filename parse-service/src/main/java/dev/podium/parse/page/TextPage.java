package dev.podium.parse.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads plain text, and Markdown with its front matter, into blocks. A line is a paragraph, unless
 * the text was wrapped by a program: then lines are joined where the next word would not have
 * fitted.
 */
final class TextPage {

  /** Shorter lines than this are not wrapped lines. */
  private static final int NARROWEST = 50;

  private static final int WIDEST = 120;
  private static final String FENCE = "---";

  private final String body;
  private final boolean markdown;
  private final LineBreaks breaks;
  private final BlockBuilder builder = new BlockBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, String> metas = new HashMap<>();
  private int width;

  private TextPage(String body, boolean markdown, LineBreaks breaks) {
    this.body = body;
    this.markdown = markdown;
    this.breaks = breaks;
  }

  /**
   * Reads a text.
   *
   * @param breaks what is known of lines that wrapping did not make
   */
  static Page read(String body, boolean markdown, LineBreaks breaks) {
    TextPage page = new TextPage(body, markdown, breaks);
    int start = markdown ? page.frontMatter() : 0;
    page.width = page.wrapWidth(start);
    page.lines(start);
    return new Page(
        body,
        page.blocks,
        page.metas.get("title"),
        null,
        page.metas,
        !page.metas.isEmpty(),
        List.of());
  }

  /** Reads what stands between the fences at the top; says where the text begins. */
  private int frontMatter() {
    if (!body.startsWith(FENCE)) {
      return 0;
    }
    int close = body.indexOf("\n" + FENCE, FENCE.length());
    if (close < 0) {
      return 0;
    }
    FrontMatter.read(body.substring(FENCE.length(), close), metas);
    int line = body.indexOf('\n', close + 1);
    return line < 0 ? body.length() : line + 1;
  }

  /** The longest line of a wrapped text; 0 if lines are paragraphs. */
  private int wrapWidth(int start) {
    int longest = 0;
    for (int at = start; at < body.length(); at = lineEnd(at) + 1) {
      longest = Math.max(longest, lineEnd(at) - at);
    }
    return longest >= NARROWEST && longest <= WIDEST ? longest : 0;
  }

  private int lineEnd(int from) {
    int end = body.indexOf('\n', from);
    return end < 0 ? body.length() : end;
  }

  private void lines(int start) {
    int previous = start;
    int previousEnd = start;
    for (int at = start; at < body.length(); ) {
      int end = lineEnd(at);
      if (!joins(previous, previousEnd, at, end)) {
        endBlock();
      }
      line(at, end);
      previous = at;
      previousEnd = end;
      builder.space(end);
      at = end + 1;
    }
    endBlock();
  }

  private boolean blank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Spaces.isSpace(body.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean joins(int previous, int previousEnd, int start, int end) {
    if (width == 0 || blank(previous, previousEnd) || blank(start, end)) {
      return false;
    }
    String line = body.substring(start, end).strip();
    if (markdown) {
      return body.charAt(previousEnd - 1) != '\\' && !breaks.beginsTurn(line);
    }
    int length = previousEnd - previous;
    boolean full = length + 1 + firstWord(start, end) > width;
    boolean open = length >= NARROWEST && !endsSentence(previous, previousEnd);
    return (full || open)
        && !breaks.beginsTurn(line)
        && !breaks.standsAlone(line)
        && !breaks.standsAlone(body.substring(previous, previousEnd).strip());
  }

  private boolean endsSentence(int start, int end) {
    int last = end - 1;
    while (last > start && Spaces.isSpace(body.charAt(last))) {
      last--;
    }
    return ".!?:\u2026\u00bb\u201d\u3002\uff01\uff1f\uff1a\u061f".indexOf(body.charAt(last)) >= 0;
  }

  private int firstWord(int start, int end) {
    int i = start;
    while (i < end && !Spaces.isSpace(body.charAt(i))) {
      i++;
    }
    return i - start;
  }

  private void line(int start, int end) {
    for (int i = start; i < end; i++) {
      char c = body.charAt(i);
      if (Spaces.isSpace(c)) {
        builder.space(i);
      } else if (!markdown || !isMarkup(i, end)) {
        builder.add(c, i, false, false);
      }
    }
  }

  /** A backslash before a sign that Markdown would read otherwise. */
  private boolean isMarkup(int at, int end) {
    return body.charAt(at) == '\\'
        && (at + 1 == end || "\\`*_{}[]()#+-.!|>~'\"".indexOf(body.charAt(at + 1)) >= 0);
  }

  private void endBlock() {
    Block block = builder.finish(Region.NONE, 0);
    if (block != null) {
      blocks.add(block);
    }
  }

  /** Whether a content type means Markdown. */
  static boolean isMarkdown(String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("markdown");
  }
}
