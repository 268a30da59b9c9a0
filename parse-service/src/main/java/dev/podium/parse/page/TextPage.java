package dev.podium.parse.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads plain text, and Markdown with its front matter, into blocks. A line is a paragraph, unless
 * the text was wrapped by a program: then lines are joined where the next word would not have
 * fitted.
 */
final class TextPage {

  /** Shorter lines than this are not wrapped lines. */
  private static final int NARROWEST = 50;

  private static final int WIDEST = 120;
  private static final int FEWEST_LINES = 3;

  /** Copies are wrapped by many programs, and some count blanks or marks that are gone. */
  private static final int SLACK = 10;

  private static final int LONGEST_LABEL = 90;
  private static final int LONGEST_TAG = 200;
  private static final Set<String> INLINE =
      Set.of("s", "del", "strike", "em", "strong", "b", "i", "u", "sup", "sub", "span", "br");
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
    page.width = markdown ? 0 : page.wrapWidth(start);
    page.lines(start);
    return new Page(
        body,
        page.blocks,
        new Containers(),
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

  /**
   * The width of a wrapped text: nine of ten lines are shorter, and most of those that another line
   * follows are nearly as long. 0 if lines are paragraphs.
   */
  private int wrapWidth(int start) {
    int[] lengths = new int[WIDEST + 1];
    int longer = 0;
    int lines = 0;
    for (int at = start; at < body.length(); at = lineEnd(at) + 1) {
      int length = textEnd(at) - at;
      lines += length > 0 ? 1 : 0;
      longer += length > WIDEST ? 1 : 0;
      lengths[Math.min(length, WIDEST)]++;
    }
    int width = WIDEST;
    for (int beyond = longer; width > 0 && beyond * 10 <= lines; width--) {
      beyond += lengths[width];
    }
    return width + 1 >= NARROWEST && width < WIDEST && isFull(start, width + 1) ? width + 1 : 0;
  }

  /** Whether lines that another one follows mostly are too long for its first word. */
  private boolean isFull(int start, int width) {
    int followed = 0;
    int full = 0;
    for (int at = start; at < body.length(); ) {
      int end = lineEnd(at);
      int next = lineEnd(end + 1);
      if (!blank(at, end) && end + 1 < body.length() && !blank(end + 1, next)) {
        followed++;
        full += textEnd(at) - at + 1 + firstWord(end + 1, next) > width - SLACK ? 1 : 0;
      }
      at = end + 1;
    }
    return followed >= FEWEST_LINES && full * 2 >= followed;
  }

  private int lineEnd(int from) {
    int end = from > body.length() ? -1 : body.indexOf('\n', from);
    return end < 0 ? body.length() : end;
  }

  /** Where the line's text ends: a carriage return is no part of it. */
  private int textEnd(int from) {
    int end = lineEnd(from);
    return end > from && body.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private void lines(int start) {
    int previous = start;
    int previousEnd = start;
    for (int at = start; at < body.length(); ) {
      int end = textEnd(at);
      if (!joins(previous, previousEnd, at, end)) {
        endBlock();
      }
      line(at, end);
      previous = at;
      previousEnd = end;
      builder.space(end);
      at = lineEnd(at) + 1;
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
    if (blank(previous, previousEnd) || blank(start, end)) {
      return false;
    }
    if (beginsWithColon(start)) {
      return previousEnd - previous <= LONGEST_LABEL;
    }
    if (markdown ? endsMarkdownLine(previous, previousEnd) : width == 0) {
      return false;
    }
    String line = body.substring(start, end).strip();
    if (markdown) {
      return !breaks.beginsTurn(line);
    }
    int length = previousEnd - previous;
    boolean full = length + 1 + firstWord(start, end) > width;
    boolean goesOn = length >= NARROWEST || Character.isLowerCase(line.charAt(0));
    boolean open = goesOn && !endsSentence(previous, previousEnd);
    return (full || open)
        && !breaks.beginsTurn(line)
        && !breaks.standsAlone(line)
        && !breaks.standsAlone(body.substring(previous, previousEnd).strip());
  }

  /**
   * A backslash or two blanks break a line in Markdown; all else goes on (CommonMark 0.31, 6.7).
   */
  private boolean endsMarkdownLine(int start, int end) {
    char last = body.charAt(end - 1);
    return last == '\\' || (last == ' ' && end - start > 1 && body.charAt(end - 2) == ' ');
  }

  /** A label that lost its colon to the next line. */
  private boolean beginsWithColon(int start) {
    int at = start;
    while (Character.isWhitespace(body.charAt(at))) {
      at++;
    }
    char first = body.charAt(at);
    return first == ':' || first == '\uff1a';
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
      if (Spaces.kind(c) == Spaces.PLAIN) {
        i = builder.addPlain(body, i, end, false, false) - 1;
      } else if (Spaces.isSpace(c)) {
        builder.space(i);
      } else if (markdown && c == '<' && tagEnd(i, end) > 0) {
        i = tagEnd(i, end);
      } else if (markdown && isEscape(i, end)) {
        if (i + 1 < end) {
          // The backslash belongs to its sign: where a segment begins between them, it is lost.
          builder.addReference(body.substring(i + 1, i + 2), i, 2, false);
        }
        i++;
      } else {
        builder.add(c, i, false, false);
      }
    }
  }

  /** A backslash before a sign that Markdown might read otherwise: any of ASCII's. */
  private boolean isEscape(int at, int end) {
    return body.charAt(at) == '\\' && (at + 1 == end || isSign(body.charAt(at + 1)));
  }

  private static boolean isSign(char c) {
    return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
  }

  /** Where the HTML tag that starts here ends, such as that of struck text; 0 if it is none. */
  private int tagEnd(int at, int end) {
    int close = body.indexOf('>', at, Math.min(end, at + LONGEST_TAG + 1));
    if (close < 0) {
      return 0;
    }
    int name = body.charAt(at + 1) == '/' ? at + 2 : at + 1;
    int after = name;
    while (after < close && Character.isLetterOrDigit(body.charAt(after))) {
      after++;
    }
    boolean ends = body.charAt(after) == '>' || body.charAt(after) == ' ';
    return ends && INLINE.contains(body.substring(name, after)) ? close : 0;
  }

  private void endBlock() {
    Block block = builder.finish(Region.NONE, Containers.PAGE, 0);
    if (block != null && blocks.size() <= Page.MOST_BLOCKS) {
      blocks.add(block);
    }
  }

  /** Whether a content type means Markdown. */
  static boolean isMarkdown(String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("markdown");
  }
}
