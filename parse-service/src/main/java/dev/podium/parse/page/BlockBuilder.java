package dev.podium.parse.page;

import java.util.Arrays;

/** Collects the characters of one block after the other, folding white space as they come. */
final class BlockBuilder {

  /** So much is looked at at once, and so much at most is copied in vain. */
  private static final int STRETCH = 256;

  private char[] text = new char[1024];
  private int length;
  private int[] runText = new int[64];
  private int[] runSource = new int[64];
  private int[] runLength = new int[64];
  private int runs;

  /** Where the white space starts that the next visible character follows; -1 if there is none. */
  private int blank = -1;

  /** The bits that any of its characters has. */
  private int bits;

  private int bold;
  private int boldPrefix;
  private int linked;
  private int visible;

  boolean isEmpty() {
    return length == 0;
  }

  void space(int source) {
    if (blank < 0 && length > 0) {
      blank = source;
    }
  }

  /** One character that stands for itself in the body. */
  void add(char c, int source, boolean isBold, boolean isLinked) {
    if (length == 0 && Spaces.isInvisible(c)) {
      return;
    }
    flushBlank();
    if (runs == 0 || next() != source || whole()) {
      startRun(source, 0);
    }
    runLength[runs - 1]++;
    push(c);
    if (!Spaces.isInvisible(c)) {
      count(1, 1, isBold, isLinked);
    }
  }

  /**
   * Plain characters and single blanks between them, from a plain one on, as far as they go; says
   * where they end. Most of a page is such text.
   */
  int addPlain(String body, int from, int limit, boolean isBold, boolean isLinked) {
    flushBlank();
    if (runs == 0 || next() != from || whole()) {
      startRun(from, 0);
    }
    int stop = copy(body, from, limit);
    char[] characters = text;
    int blanks = 0;
    int last = Spaces.PLAIN;
    int end = length + 1;
    int seen = characters[length];
    while (end < stop) {
      char c = characters[end];
      int kind = Spaces.kind(c);
      if (kind + last > Spaces.BLANK) {
        break;
      }
      seen |= c;
      blanks += kind;
      last = kind;
      end++;
    }
    bits |= seen;
    // A blank at the end may be the first of several.
    end -= last;
    blanks -= last;
    int added = end - length;
    length = end;
    runLength[runs - 1] += added;
    count(added - blanks, added, isBold, isLinked);
    return from + added;
  }

  /** Copies a stretch behind the text, of which not all may stay; says where it ends there. */
  private int copy(String body, int from, int limit) {
    int count = Math.min(limit - from, STRETCH);
    if (count > text.length - length) {
      text = Arrays.copyOf(text, text.length * 2);
    }
    body.getChars(from, from + count, text, length);
    return length + count;
  }

  /** Characters that stand for a character reference of the body. */
  void addReference(CharSequence characters, int source, int sourceLength, boolean isBold) {
    flushBlank();
    startRun(source, sourceLength);
    for (int i = 0; i < characters.length(); i++) {
      push(characters.charAt(i));
      count(1, 1, isBold, false);
    }
  }

  private void flushBlank() {
    if (blank >= 0) {
      if (next() != blank || whole()) {
        startRun(blank, 0);
      }
      runLength[runs - 1]++;
      push(' ');
      if (boldPrefix == length - 1) {
        boldPrefix++;
      }
      blank = -1;
    }
  }

  private int next() {
    return runSource[runs - 1] + runLength[runs - 1];
  }

  /** Whether the last run is a character reference, which nothing can be added to. */
  private boolean whole() {
    return length - runText[runs - 1] != runLength[runs - 1];
  }

  private void startRun(int source, int sourceLength) {
    if (runs == runText.length) {
      runText = Arrays.copyOf(runText, runs * 2);
      runSource = Arrays.copyOf(runSource, runs * 2);
      runLength = Arrays.copyOf(runLength, runs * 2);
    }
    runText[runs] = length;
    runSource[runs] = source;
    runLength[runs] = sourceLength;
    runs++;
  }

  private void push(char c) {
    if (length == text.length) {
      text = Arrays.copyOf(text, length * 2);
    }
    text[length++] = c;
    bits |= c;
  }

  /** Counts characters that were added, some of which may be blanks. */
  private void count(int seen, int added, boolean isBold, boolean isLinked) {
    visible += seen;
    if (isLinked) {
      linked += seen;
    }
    if (isBold) {
      bold += seen;
      if (boldPrefix == length - added) {
        boldPrefix = length;
      }
    }
  }

  /** Takes away what cannot be seen at the end, such as direction marks, and blanks before it. */
  private void trim() {
    while (length > 0 && (Spaces.isInvisible(text[length - 1]) || text[length - 1] == ' ')) {
      boolean reference = whole();
      length = reference ? runText[runs - 1] : length - 1;
      runLength[runs - 1]--;
      if (reference || runLength[runs - 1] == 0) {
        runs--;
      }
    }
    boldPrefix = Math.min(boldPrefix, length);
  }

  /** The block, or null where there is nothing to see; then ready for the next one. */
  Block finish(Region region, int container, int heading) {
    Block block = null;
    trim();
    if (length > 0) {
      Block.Runs map =
          new Block.Runs(
              Arrays.copyOf(runText, runs),
              Arrays.copyOf(runSource, runs),
              Arrays.copyOf(runLength, runs));
      block =
          new Block(
              new String(text, 0, length),
              map,
              new Block.Style(region, container, heading, bold, boldPrefix, linked, visible),
              (char) bits);
    }
    length = 0;
    runs = 0;
    blank = -1;
    bits = 0;
    bold = 0;
    boldPrefix = 0;
    linked = 0;
    visible = 0;
    return block;
  }
}
