package dev.podium.parse.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

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
  private final Predicate<String> startsTurn;
  private final BlockBuilder builder = new BlockBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, String> metas = new HashMap<>();
  private int width;

  private TextPage(String body, boolean markdown, Predicate<String> startsTurn) {
    this.body = body;
    this.markdown = markdown;
    this.startsTurn = startsTurn;
  }

  /**
   * Reads a text.
   *
   * @param startsTurn whether a line certainly begins a paragraph
   */
  static Page read(String body, boolean markdown, Predicate<String> startsTurn) {
    TextPage page = new TextPage(body, markdown, startsTurn);
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
    int previous = 0;
    for (int at = start; at < body.length(); ) {
      int end = lineEnd(at);
      if (!joins(previous, at, end)) {
        endBlock();
      }
      line(at, end);
      previous = blank(at, end) ? 0 : end - at;
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

  private boolean joins(int previous, int start, int end) {
    if (previous == 0 || width == 0 || blank(start, end)) {
      return false;
    }
    boolean full = markdown || previous + 1 + firstWord(start, end) > width;
    return full && !startsTurn.test(body.substring(start, end));
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
        && at + 1 < end
        && "\\`*_{}[]()#+-.!|>~'\"".indexOf(body.charAt(at + 1)) >= 0;
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
