package dev.podium.parse.page;

import java.util.Arrays;

/**
 * A paragraph as a reader sees it: text with white space folded and character references resolved,
 * each character of which knows where it stands in the decoded body.
 */
public final class Block {

  private final String text;
  private final Runs runs;
  private final Style style;
  private final char bits;

  /**
   * A block.
   *
   * @param bits that any of its characters has, and perhaps more
   */
  Block(String text, Runs runs, Style style, char bits) {
    this.text = text;
    this.runs = runs;
    this.style = style;
    this.bits = bits;
  }

  /**
   * How a block looks.
   *
   * @param container the innermost element around it that holds paragraphs, by its number in {@link
   *     Containers}
   * @param heading 1 to 6, or 0
   * @param bold how many of its characters that are not blank are bold
   * @param boldPrefix how many characters at its start are bold, blanks included
   * @param linked how many characters are part of links
   * @param visible how many characters are not blank
   */
  public record Style(
      Region region,
      int container,
      int heading,
      int bold,
      int boldPrefix,
      int linked,
      int visible) {

    Style in(Region other) {
      return new Style(other, container, heading, bold, boldPrefix, linked, visible);
    }
  }

  /**
   * Stretches of text that map to the body: of equal length character by character, otherwise as a
   * whole, as a character reference does.
   */
  static final class Runs {

    private final int[] text;
    private final int[] source;
    private final int[] length;

    Runs(int[] text, int[] source, int[] length) {
      this.text = text;
      this.source = source;
      this.length = length;
    }

    private int of(int position) {
      int found = Arrays.binarySearch(text, position);
      return found < 0 ? -found - 2 : found;
    }

    /** The runs of a part of a text of this length, as of its own start. */
    private Runs part(int from, int to, int textLength) {
      int first = of(from);
      int count = of(to - 1) - first + 1;
      int[] partText = new int[count];
      int[] partSource = new int[count];
      int[] partLength = new int[count];
      for (int i = 0; i < count; i++) {
        int run = first + i;
        int skipped = whole(run, textLength) ? 0 : Math.max(0, from - text[run]);
        int cut = whole(run, textLength) ? 0 : Math.max(0, text[run] + length[run] - to);
        partText[i] = Math.max(0, text[run] - from);
        partSource[i] = source[run] + skipped;
        partLength[i] = length[run] - skipped - cut;
      }
      return new Runs(partText, partSource, partLength);
    }

    private boolean whole(int run, int textLength) {
      int end = run + 1 < text.length ? text[run + 1] : textLength;
      return end - text[run] != length[run];
    }
  }

  public String text() {
    return text;
  }

  public Style style() {
    return style;
  }

  public Region region() {
    return style.region();
  }

  /** The same block in another part of the page. */
  public Block in(Region region) {
    return new Block(text, runs, style.in(region), bits);
  }

  /**
   * A part of the text as a block of its own.
   *
   * @param from where it starts, at no blank
   * @param to where it ends, behind no blank
   */
  public Block part(int from, int to) {
    int visible = 0;
    for (int i = from; i < to; i++) {
      visible += text.charAt(i) == ' ' ? 0 : 1;
    }
    int prefix = Math.clamp((long) style.boldPrefix() - from, 0, to - from);
    Style own =
        new Style(
            style.region(),
            style.container(),
            style.heading(),
            bold() ? visible : prefix,
            prefix,
            0,
            visible);
    return new Block(text.substring(from, to), runs.part(from, to, text.length()), own, bits);
  }

  /** Whether it may hold a character: a quick look, which sometimes says so in vain. */
  public boolean mayHold(char c) {
    return (c & ~bits) == 0;
  }

  /** Whether all its characters surely stand before one in Unicode: a quick look, too. */
  public boolean isBelow(char c) {
    return bits < c;
  }

  /** Whether it ends in a question mark. */
  public boolean asks() {
    for (int i = text.length() - 1; i >= Math.max(0, text.length() - 4); i--) {
      char c = text.charAt(i);
      if (c == '?' || c == '\uff1f' || c == '\u061f') {
        return true;
      }
    }
    return false;
  }

  /** Whether every visible character is bold. */
  public boolean bold() {
    return style.visible() > 0 && style.bold() >= style.visible();
  }

  /** Where the character at this position of the text starts in the decoded body. */
  public int sourceStart(int position) {
    if (position == 0) {
      return runs.source[0];
    }
    int run = runs.of(position);
    return runs.whole(run, text.length())
        ? runs.source[run]
        : runs.source[run] + position - runs.text[run];
  }

  /** Where the character before this position of the text ends in the decoded body. */
  public int sourceEnd(int position) {
    int run = runs.of(position - 1);
    return runs.whole(run, text.length())
        ? runs.source[run] + runs.length[run]
        : runs.source[run] + position - runs.text[run];
  }

  @Override
  public String toString() {
    return text;
  }
}
