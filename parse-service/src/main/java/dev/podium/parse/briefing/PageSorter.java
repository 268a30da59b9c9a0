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

/** Tells a page's body from its title, its date and its furniture. */
final class PageSorter {

  private final Dialect dialect;
  private final TranscriptReader transcripts;
  private final String language;
  private final Page page;
  private final List<Block> body = new ArrayList<>();
  private final List<Aside> asides = new ArrayList<>();
  private String title;

  /** Whether somebody has spoken yet: after that, a place's name is something that is said. */
  private boolean spoken;

  private String date;

  private PageSorter(Dialect dialect, TranscriptReader transcripts, String language, Page page) {
    this.dialect = dialect;
    this.transcripts = transcripts;
    this.language = language;
    this.page = page;
  }

  static SortedPage sort(
      Dialect dialect, TranscriptReader transcripts, String language, Page page) {
    PageSorter sorter = new PageSorter(dialect, transcripts, language, page);
    boolean known = page.blocks().stream().anyMatch(block -> block.region() == Region.BODY);
    List<Block> blocks =
        known ? page.blocks() : new BodyFinder(dialect, transcripts, language, page).find();
    blocks.forEach(sorter::sort);
    return new SortedPage(sorter.title(), sorter.date, sorter.body, sorter.asides, known);
  }

  private void sort(Block block) {
    switch (block.region()) {
      case TITLE -> {
        title = title == null ? block.text() : title;
        aside(block, "title");
      }
      case DATE -> sortDate(block);
      case BODY -> sortBody(block);
      case FURNITURE, NONE -> aside(block, "furniture");
    }
  }

  private void sortDate(Block block) {
    boolean names = Dates.namesDay(block.text(), language);
    if (names && date == null) {
      date = block.text();
    }
    aside(block, names ? "date" : "furniture");
  }

  private void sortBody(Block block) {
    boolean speech = transcripts.startsSpeech(block.text());
    spoken |= speech;
    String reason = speech ? null : dialect.reason(block.text());
    if (reason != null && !(spoken && reason.equals("place"))) {
      aside(block, reason);
      if (reason.equals("date") && date == null) {
        date = block.text();
      }
    } else if (body.isEmpty() && block.text().equals(title)) {
      aside(block, "title");
    } else {
      body.add(block);
    }
  }

  private void aside(Block block, String reason) {
    asides.add(new Aside(block, reason));
  }

  /** The visible one, else what the document's head says; some sites print {@code <br>} in it. */
  private String title() {
    String declared = page.frontMatter() ? page.title() : null;
    String found = declared != null ? declared : title;
    found = found != null ? found : page.metas().get("articletitle");
    if (found == null) {
      found = page.metas().getOrDefault("og:title", page.title());
    }
    String plain =
        found == null ? "" : Spaces.fold(found.replaceAll("(?i)(<|&lt;)br ?/?(>|&gt;)", " "));
    return plain.isEmpty() ? null : plain;
  }
}
