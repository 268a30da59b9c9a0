package dev.podium.parse.briefing;

import dev.podium.parse.date.Dates;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Page;
import dev.podium.parse.page.Region;
import dev.podium.parse.page.Spaces;
import dev.podium.parse.transcript.Aside;
import dev.podium.parse.transcript.TranscriptReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells a page's body from its title, its dates and its furniture. */
final class PageSorter {

  private static final int LONGEST_TITLE = 1000;
  private static final Pattern LINE_BREAK = Pattern.compile("(?i)(<|&lt;)br ?/?(>|&gt;)");

  private final Dialect dialect;
  private final TranscriptReader transcripts;
  private final String language;
  private final Page page;
  private final List<Block> blocks;
  private final Speech speech;
  private final TitleFinder.Title title;
  private final int end;
  private final List<Block> body = new ArrayList<>();
  private final List<Aside> asides = new ArrayList<>();

  /** Whether a sentence of the body has come: loose lines before it are no part of it. */
  private boolean opened;

  /** Where somebody first speaks in the conference that the page has come to. */
  private int speaking;

  /** Why the line before is none of the body, where its bracket is closed by the next one. */
  private String unclosed;

  private String date;
  private String held;

  private PageSorter(Dialect dialect, TranscriptReader transcripts, String language, Page page) {
    this.dialect = dialect;
    this.transcripts = transcripts;
    this.language = language;
    this.page = page;
    this.blocks = transcripts.apart(page.blocks());
    this.speech = Speech.of(blocks, transcripts);
    this.title = new TitleFinder(dialect, language, page, blocks).find(speech.first());
    this.end = end();
    this.speaking = speech.first();
  }

  static SortedPage sort(
      Dialect dialect, TranscriptReader transcripts, String language, Page page) {
    return new PageSorter(dialect, transcripts, language, page).sort();
  }

  private SortedPage sort() {
    boolean known = knowsBody();
    List<Block> placed =
        known
            ? blocks
            : new BodyFinder(dialect, language, page.containers(), blocks, speech, title).find();
    for (int i = 0; i < placed.size(); i++) {
      sort(i, placed.get(i));
    }
    return new SortedPage(title(), date, held, body, asides, known);
  }

  /** The layout's body counts, unless nobody speaks there and somebody does elsewhere. */
  private boolean knowsBody() {
    boolean any = blocks.stream().anyMatch(block -> block.region() == Region.BODY);
    return any && (speech.isIn(Region.BODY) || !speech.isIn(Region.NONE));
  }

  /** The first line behind the last turn that ends the transcript; behind the page if none does. */
  private int end() {
    for (int i = speech.last() + 1; i < blocks.size() && speech.last() >= 0; i++) {
      if (dialect.ends().match(blocks.get(i).text())) {
        return i;
      }
    }
    return blocks.size();
  }

  private void sort(int index, Block block) {
    if (title.holds(index)) {
      aside(block, "title");
      return;
    }
    switch (block.region()) {
      case TITLE -> aside(block, isTitle(block) ? "title" : "furniture");
      case DATE -> sortDate(block);
      case BODY -> sortBody(index, block);
      case FURNITURE, BESIDE, NONE -> {
        if (isNearTitle(index) && givesDate(block.text())) {
          sortDate(block);
        } else {
          aside(block, beside(index, block));
        }
      }
      case UNKNOWN -> aside(block, "unknown");
    }
  }

  private boolean givesDate(String text) {
    String reason = dialect.reason(text);
    return (held == null && "held".equals(reason))
        || (date == null && ("date".equals(reason) || Dates.isDateLine(text, language)));
  }

  /** Why a block outside of the body stands there: mostly as furniture. */
  private String beside(int index, Block block) {
    if (dialect.dividers().match(block.text())) {
      return "divider";
    }
    String reason = index > title.last() ? dialect.reason(block.text()) : null;
    boolean place = "place".equals(reason) && isNearTitle(index);
    return place || "time".equals(reason) ? reason : "furniture";
  }

  private boolean isTitle(Block block) {
    return block.text().equals(title.text()) || dialect.titles().match(block.text());
  }

  private boolean isNearTitle(int index) {
    return index < speech.first() && index >= title.first() - 3 && index <= title.last() + 6;
  }

  private void sortDate(Block block) {
    if ("held".equals(dialect.reason(block.text()))) {
      holdsDate(block);
      return;
    }
    boolean names = Dates.namesDay(block.text(), language);
    if (names && date == null) {
      date = block.text();
    }
    aside(block, names ? "date" : "furniture");
  }

  private void holdsDate(Block block) {
    held = held == null ? block.text() : held;
    aside(block, "date");
  }

  /** Pages of a whole month have several, each below a line that says when it was held. */
  private void beginConference(int index) {
    opened = false;
    speaking = speech.next(index);
  }

  private void sortBody(int index, Block block) {
    boolean said = speech.at(index) || speech.isAwaited(index);
    String reason = said ? null : reason(index, block);
    if (reason == null && unclosed != null && !speech.at(index)) {
      reason = unclosed;
      unclosed = null;
    } else if (reason != null) {
      unclosed = opensBracket(block.text()) ? reason : null;
    }
    if (reason == null) {
      body.add(block);
      opened |= !dialect.dividers().match(block.text());
    } else if (reason.equals("held")) {
      holdsDate(block);
      beginConference(index);
    } else if (reason.equals("date")) {
      sortDate(block);
    } else {
      aside(block, reason);
    }
  }

  /** Why a block among the speech is none; null if it is. */
  private String reason(int index, Block block) {
    String reason = dialect.reason(block.text());
    if (index >= end) {
      return reason == null ? "furniture" : reason;
    }
    if (reason != null) {
      // Once somebody has spoken, a place's name is something that is said.
      boolean said = reason.equals("place") && speech.first() < index;
      return said ? null : reason;
    }
    String head = opened || index > speaking ? null : head(index, block);
    if (head != null) {
      return head;
    }
    if (speech.last() >= 0 && index > speech.last() && isFoot(block)) {
      return "furniture";
    }
    return isHeading(index, block) ? "heading" : null;
  }

  /** Why a line before the first sentence is none. */
  private String head(int index, Block block) {
    if (repeatsTitle(block.text())) {
      return "title";
    }
    if (Dates.isDateLine(block.text(), language)) {
      return "date";
    }
    if (!BodyFinder.isLoose(block.text())) {
      return null;
    }
    return index < title.first() ? "furniture" : "heading";
  }

  private static boolean opensBracket(String text) {
    return text.lastIndexOf('(') > text.lastIndexOf(')');
  }

  /** Behind the last turn neither links nor headings are said. */
  private static boolean isFoot(Block block) {
    return BodyFinder.isLinks(block) || block.style().heading() > 0;
  }

  /** Marked up as one, or a short line before a turn where the dialect has such. */
  private boolean isHeading(int index, Block block) {
    boolean topic =
        speech.at(index + 1)
            && BodyFinder.isHeadline(block.text())
            && (dialect.turns().headings() || isSetOff(index, block));
    return topic || (block.style().heading() > 0 && !block.asks());
  }

  /** Bold, between what is said and a label on a line of its own. */
  private boolean isSetOff(int index, Block block) {
    return block.bold() && transcripts.isLoneLabel(blocks.get(index + 1).text());
  }

  private boolean repeatsTitle(String text) {
    return (title.text() != null && text.length() > 5 && title.text().contains(text))
        || (BodyFinder.isLoose(text) && dialect.titles().match(text));
  }

  private void aside(Block block, String reason) {
    asides.add(new Aside(block, reason));
  }

  /** The visible one, else what the document's head says; some sites print {@code <br>} in it. */
  private String title() {
    String declared = page.frontMatter() ? page.title() : null;
    String found = declared != null ? declared : title.text();
    found = found != null ? found : page.metas().get("articletitle");
    if (found == null) {
      found = page.metas().getOrDefault("og:title", page.title());
    }
    String plain =
        found == null ? "" : Spaces.fold(LINE_BREAK.matcher(Spaces.visible(found)).replaceAll(" "));
    // Copies of tables keep the bar between their cells.
    plain = plain.endsWith(" |") ? plain.substring(0, plain.length() - 2).strip() : plain;
    return plain.isEmpty() ? null : start(plain);
  }

  /** Labels are looked for in the title, each of them; no title is longer. */
  private static String start(String title) {
    if (title.length() <= LONGEST_TITLE) {
      return title;
    }
    boolean pair = Character.isHighSurrogate(title.charAt(LONGEST_TITLE - 1));
    return title.substring(0, pair ? LONGEST_TITLE - 1 : LONGEST_TITLE);
  }
}
