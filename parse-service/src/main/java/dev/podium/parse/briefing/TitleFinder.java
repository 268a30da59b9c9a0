package dev.podium.parse.briefing;

import dev.podium.parse.date.Dates;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.language.Scripts;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Page;
import dev.podium.parse.page.Region;
import dev.podium.parse.page.Spaces;
import java.util.List;

/** Finds the title of a page whose layout nobody described. */
final class TitleFinder {

  private static final int LONGEST = 300;
  private static final int LONGEST_LINE = 80;
  private static final int LONGEST_WHOLE = 1000;

  private final Dialect dialect;
  private final String language;
  private final String head;
  private final boolean declared;
  private final List<Block> blocks;

  /**
   * A title.
   *
   * @param first block of it; -1 if no block is one
   * @param last block of it; -1 if no block is one
   * @param text or null
   */
  record Title(int first, int last, String text) {

    static final Title NONE = new Title(-1, -1, null);

    boolean holds(int block) {
      return block >= first && block <= last;
    }
  }

  TitleFinder(Dialect dialect, String language, Page page, List<Block> blocks) {
    this.dialect = dialect;
    this.language = language;
    this.head = head(page.title());
    this.declared = page.frontMatter() && page.title() != null;
    this.blocks = blocks;
  }

  /** What the document's head says, which is looked through for each block: so only its start. */
  private static String head(String title) {
    String folded = title == null ? "" : Spaces.fold(title);
    return folded.substring(0, Math.min(folded.length(), LONGEST_WHOLE));
  }

  /**
   * The title.
   *
   * @param limit where somebody begins to speak
   */
  Title find(int limit) {
    Title best = Title.NONE;
    int bestScore = 0;
    for (int i = 0; i < limit && !declared; i++) {
      int score = score(blocks.get(i));
      if (score > bestScore || (score > 0 && endsWith(best, blocks.get(i).text()))) {
        best = new Title(i, i, blocks.get(i).text());
        bestScore = Math.max(score, bestScore);
      }
      String both = bestScore < 12 && i + 1 < limit ? inTwoLines(i) : null;
      if (both != null) {
        best = new Title(i, i + 1, both);
        bestScore = 12;
      }
    }
    return best.first() < 0 ? best : whole(best, limit);
  }

  /** With the lines that follow in the element that the layout knows for the title's. */
  private Title whole(Title title, int limit) {
    Block first = blocks.get(title.first());
    int last = title.last();
    StringBuilder text = new StringBuilder(title.text());
    while (first.region() == Region.TITLE
        && text.length() < LONGEST_WHOLE
        && last + 1 < limit
        && blocks.get(last + 1).region() == Region.TITLE
        && blocks.get(last + 1).style().container() == first.style().container()
        && first.style().heading() == 0
        && blocks.get(last + 1).style().heading() == 0) {
      String line = blocks.get(++last).text();
      text.append(Scripts.isSpaced(line) ? " " : "").append(line);
    }
    return new Title(title.first(), last, text.toString());
  }

  /** A path of links that ends in the title, as copies of pages have it without the links. */
  private static boolean endsWith(Title path, String text) {
    return path.text() != null
        && path.text().length() > text.length()
        && path.text().endsWith(text);
  }

  private int score(Block block) {
    String text = block.text();
    if (block.region() == Region.BODY && block.style().heading() == 0) {
      return 0;
    }
    if (!canBe(block) || text.length() > LONGEST) {
      return 0;
    }
    int score = dialect.titles().match(text) ? 12 : 0;
    score += block.region() == Region.TITLE ? 6 : 0;
    score += text.length() > 9 && head.contains(text) ? 4 : 0;
    score += block.style().heading() == 1 ? 3 : block.style().heading() > 0 ? 1 : 0;
    return score;
  }

  /**
   * Neither links, as breadcrumbs are, nor a date, nor what the dialect knows to be something else.
   */
  private boolean canBe(Block block) {
    String text = block.text();
    return block.region() != Region.FURNITURE
        && !BodyFinder.isLinks(block)
        && !text.contains(" > ")
        && !Dates.isDateLine(text, language)
        && (dialect.reason(text) == null || isHeadTitle(block));
  }

  /** What else gives only the day of a conference may be set as the page's own title. */
  private boolean isHeadTitle(Block block) {
    return block.style().heading() == 1 && dialect.titles().match(block.text());
  }

  /** A title that the page breaks into two lines; null if these are none. */
  private String inTwoLines(int index) {
    Block upper = blocks.get(index);
    Block lower = blocks.get(index + 1);
    if (upper.text().length() > LONGEST_LINE
        || lower.text().length() > LONGEST_LINE
        || !canBe(upper)
        || !canBe(lower)) {
      return null;
    }
    String blank = Scripts.isSpaced(upper.text()) ? " " : "";
    String both = upper.text() + blank + lower.text();
    boolean apart = dialect.titles().match(upper.text()) || dialect.titles().match(lower.text());
    return !apart && dialect.titles().match(both) ? both : null;
  }
}
