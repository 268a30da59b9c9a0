package dev.podium.parse.briefing;

import dev.podium.parse.date.Dates;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Page;
import dev.podium.parse.page.Region;
import dev.podium.parse.page.Spaces;
import dev.podium.parse.transcript.TranscriptReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the body of a page whose layout nobody described: from behind the title and the date to the
 * last line that can be speech.
 */
final class BodyFinder {

  private static final int LONGEST_TITLE = 300;
  private static final int SENTENCE = 60;

  private final Dialect dialect;
  private final TranscriptReader transcripts;
  private final String language;
  private final Page page;
  private final List<Block> blocks;
  private final int firstSpeech;

  BodyFinder(Dialect dialect, TranscriptReader transcripts, String language, Page page) {
    this.dialect = dialect;
    this.transcripts = transcripts;
    this.language = language;
    this.page = page;
    this.blocks = page.blocks();
    this.firstSpeech = firstSpeech();
  }

  /** All blocks of the page, each in the region that it is taken for. */
  List<Block> find() {
    int title = title();
    int start = start(title);
    int end = end(start);
    List<Block> sorted = new ArrayList<>(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      sorted.add(blocks.get(i).in(region(i, title, start, end)));
    }
    return sorted;
  }

  private Region region(int index, int title, int start, int end) {
    Block block = blocks.get(index);
    if (block.region() != Region.NONE) {
      return block.region();
    }
    if (index == title) {
      return Region.TITLE;
    }
    if (index < start) {
      return index > title && isDate(block) ? Region.DATE : Region.FURNITURE;
    }
    return index < end && !isLinks(block) ? Region.BODY : Region.FURNITURE;
  }

  private int firstSpeech() {
    for (int i = 0; i < blocks.size(); i++) {
      if (transcripts.startsSpeech(blocks.get(i).text())) {
        return i;
      }
    }
    return blocks.size();
  }

  /** The title's block; -1 if there is none. */
  private int title() {
    if (page.frontMatter() && page.title() != null) {
      return -1;
    }
    int best = -1;
    int bestScore = 0;
    for (int i = 0; i < firstSpeech; i++) {
      int score = titleScore(blocks.get(i));
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
    }
    return best;
  }

  private int titleScore(Block block) {
    String text = block.text();
    if (text.length() > LONGEST_TITLE || isLinks(block) || isDate(block)) {
      return 0;
    }
    int score = Dialect.any(dialect.titles(), text) ? 8 : 0;
    String head = page.title();
    score += head != null && text.length() > 9 && Spaces.fold(head).contains(text) ? 4 : 0;
    score += block.style().heading() == 1 ? 3 : block.style().heading() > 0 ? 1 : 0;
    return score;
  }

  /** Where the body begins: behind the title, and the date that follows it. */
  private int start(int title) {
    int start = title + 1;
    int limit = Math.min(firstSpeech, start + 6);
    for (int i = start; i < limit; i++) {
      if (isDate(blocks.get(i))) {
        return i + 1;
      }
    }
    return start;
  }

  private boolean isDate(Block block) {
    return Dates.isDateLine(block.text(), language);
  }

  private static boolean isLinks(Block block) {
    return block.style().linked() * 2 > block.style().visible();
  }

  /** Where the body ends: behind the last line that is speech, or reads like a sentence. */
  private int end(int start) {
    int end = blocks.size();
    while (end > start && !isSpeech(blocks.get(end - 1))) {
      end--;
    }
    return end;
  }

  private boolean isSpeech(Block block) {
    String text = block.text();
    if (block.region() == Region.FURNITURE || isLinks(block) || dialect.reason(text) != null) {
      return false;
    }
    return text.length() >= SENTENCE || endsSentence(text) || transcripts.startsSpeech(text);
  }

  private static boolean endsSentence(String text) {
    return ".!?\u2026\u3002\uff01\uff1f\u061f\u00bb\u201d)\uff09"
            .indexOf(text.charAt(text.length() - 1))
        >= 0;
  }
}
