package dev.podium.parse.transcript;

import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Spaces;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the bare names before colons that are labels of speakers. Any word before a colon may look
 * like one, so the page has to show it: it lists the name in a heading, prints nothing but the
 * label bold, or has it before several paragraphs.
 */
final class NamedSpeakers {

  private static final int LONGEST = 60;

  /** A page lists them once, or a few times; hostile ones have no end of headings and names. */
  private static final int LISTS = 16;

  /** A colon and a blank, which are bold with the label or not. */
  private static final int COLON = 2;

  private final Dialect dialect;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> shown = new HashSet<>();

  private NamedSpeakers(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The labels of the page; none where the dialect has no such names. */
  static Set<String> find(Dialect dialect, List<Block> blocks) {
    if (dialect.turns().names().all().isEmpty()) {
      return Set.of();
    }
    NamedSpeakers speakers = new NamedSpeakers(dialect);
    blocks.forEach(speakers::read);
    speakers.findListed(blocks);
    return speakers.shown;
  }

  private void read(Block block) {
    String text = block.text();
    int colon = Marks.colon(text, 0, LONGEST);
    if (colon <= 0) {
      return;
    }
    String label = Spaces.fold(text.substring(0, colon));
    if (dialect.turns().names().match(label) && dialect.reason(text) == null) {
      boolean again = !seen.add(label);
      if (again || isSetOff(block, label)) {
        shown.add(label);
      }
    }
  }

  private static boolean isSetOff(Block block, String label) {
    int bold = block.style().boldPrefix();
    return !block.bold() && bold >= label.length() && bold <= label.length() + COLON;
  }

  private void findListed(List<Block> blocks) {
    if (!shown.containsAll(seen)) {
      blocks.stream()
          .map(Block::text)
          .filter(line -> "heading".equals(dialect.reason(line)))
          .limit(LISTS)
          .forEach(line -> seen.stream().filter(label -> names(line, label)).forEach(shown::add));
    }
  }

  /** Whether the label stands in a line as whole words. */
  private static boolean names(String line, String label) {
    int start = line.indexOf(label);
    int end = start + label.length();
    return start >= 0
        && (start == 0 || !Character.isLetter(line.charAt(start - 1)))
        && (end == line.length() || !Character.isLetter(line.charAt(end)));
  }
}
