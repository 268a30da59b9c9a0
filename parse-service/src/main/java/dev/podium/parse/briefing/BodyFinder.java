package dev.podium.parse.briefing;

import dev.podium.parse.date.Dates;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Containers;
import dev.podium.parse.page.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the body of a page whose layout nobody described: within the element that holds the speech,
 * from behind the title and the date to the last line that can be speech.
 */
final class BodyFinder {

  private static final String SENTENCE_ENDS =
      ".!?\u2026\u3002\uff01\uff1f\u061f\u00bb\u201d\"\u300d";

  private static final int SENTENCE = 60;
  private static final int HEADLINE = 80;
  private static final int PROSE = 120;

  private final Dialect dialect;
  private final String language;
  private final List<Block> blocks;
  private final Speech speech;
  private final TitleFinder.Title title;
  private final SpeechContainer container;

  /**
   * A finder.
   *
   * @param blocks of the page, each turn at the beginning of one
   */
  BodyFinder(
      Dialect dialect,
      String language,
      Containers containers,
      List<Block> blocks,
      Speech speech,
      TitleFinder.Title title) {
    this.dialect = dialect;
    this.language = language;
    this.blocks = blocks;
    this.speech = speech;
    this.title = title;
    this.container = SpeechContainer.find(containers, blocks, speech, this::isProse);
  }

  /** All blocks of the page, each in the region that it is taken for. */
  List<Block> find() {
    int start = start();
    int end = end(start);
    List<Block> sorted = new ArrayList<>(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      sorted.add(blocks.get(i).in(region(i, start, end)));
    }
    return sorted;
  }

  private Region region(int index, int start, int end) {
    Block block = blocks.get(index);
    if (block.region() != Region.NONE && block.region() != Region.BODY) {
      return block.region();
    }
    if (index < start) {
      return beforeBody(index);
    }
    if (isLinks(block)) {
      return Region.FURNITURE;
    }
    if (index < end && container.holds(index)) {
      return Region.BODY;
    }
    return isProse(block) ? Region.UNKNOWN : Region.FURNITURE;
  }

  /** What stands between title and body may have a reason of its own, such as a place. */
  private Region beforeBody(int index) {
    Block block = blocks.get(index);
    if (isDate(block) && index >= title.first() - 3) {
      return Region.DATE;
    }
    boolean heading =
        index > title.last()
            && (dialect.turns().headed()
                || dialect.turns().headings()
                || dialect.reason(block.text()) != null);
    return heading ? Region.BODY : Region.FURNITURE;
  }

  /** Where the body begins: behind the title, the date that follows it, and loose lines. */
  private int start() {
    int start = title.last() + 1;
    int limit = Math.min(speech.first(), start + 6);
    for (int i = start; i < limit; i++) {
      if (isDate(blocks.get(i))) {
        start = i + 1;
        break;
      }
    }
    while (start < speech.first() && (isLoose(blocks.get(start)) || !container.holds(start))) {
      start++;
    }
    return start;
  }

  /** A line that says nothing: no sentence, or the title in other words. */
  private boolean isLoose(Block block) {
    String text = block.text();
    if (isLinks(block) || dialect.reason(text) != null) {
      return true;
    }
    boolean named = text.length() < PROSE && !text.endsWith(".") && dialect.titles().match(text);
    return named || isLoose(text);
  }

  /** A line that is no sentence. */
  static boolean isLoose(String text) {
    return text.length() < SENTENCE && Character.isLetterOrDigit(text.charAt(text.length() - 1));
  }

  /** A line such as a topic's, which ends like no sentence. */
  static boolean isHeadline(String text) {
    char last = text.charAt(text.length() - 1);
    return text.length() <= HEADLINE && (SENTENCE_ENDS + ":;,\uff1a").indexOf(last) < 0;
  }

  private boolean isDate(Block block) {
    return Dates.isDateLine(block.text(), language);
  }

  static boolean isLinks(Block block) {
    return block.style().linked() * 2 > block.style().visible();
  }

  /** Where the body ends: behind the last line that is speech, or reads like a sentence. */
  private int end(int start) {
    int end = blocks.size();
    while (end > start && !canBeSpeech(end - 1)) {
      end--;
    }
    return end;
  }

  private boolean canBeSpeech(int index) {
    Block block = blocks.get(index);
    String text = block.text();
    if (block.region() == Region.FURNITURE
        || isLinks(block)
        || !container.holds(index)
        || dialect.reason(text) != null) {
      return false;
    }
    return text.length() >= PROSE || endsSentence(text) || speech.at(index);
  }

  private boolean isProse(Block block) {
    String text = block.text();
    return text.length() >= PROSE && !isLinks(block) && dialect.reason(text) == null;
  }

  private static boolean endsSentence(String text) {
    char last = text.charAt(text.length() - 1);
    if (")\uff09]".indexOf(last) >= 0) {
      return "(\uff08[".indexOf(text.charAt(0)) >= 0
          || (text.length() > 1 && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 2)) >= 0);
    }
    return SENTENCE_ENDS.indexOf(last) >= 0;
  }
}
