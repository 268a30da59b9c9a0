package dev.podium.parse.transcript;

import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Spaces;
import java.util.List;

/** Tells labels by a dash behind them, which in most sentences stands for something else. */
final class DashedLabels {

  private static final int LONGEST = 80;

  private final Labels labels;

  DashedLabels(Labels labels) {
    this.labels = labels;
  }

  /**
   * Whether the page has a dash behind most of its bare words. Where it has one behind a few, those
   * who ask were interrupted and go on: {@code Q — Senator Ames said}.
   */
  static boolean areUsual(Dialect.Turns turns, List<Block> blocks) {
    int all = 0;
    int dashed = 0;
    for (Block block : blocks) {
      String line = block.text();
      for (String word : turns.bare()) {
        int end = word.length();
        if (line.startsWith(word) && end + 1 < line.length() && Spaces.isSpace(line.charAt(end))) {
          all++;
          dashed += LeadReader.DASHES.indexOf(line.charAt(end + 1)) >= 0 ? 1 : 0;
        }
      }
    }
    return dashed * 2 >= all;
  }

  /**
   * {@code Q - }: a word of the dialect before a dash, with white space on both sides. Before
   * {@code .- } any label will do.
   */
  Lead read(String line, int start) {
    int end = Math.min(line.length() - 1, start + LONGEST);
    for (int i = start + 1; i < end; i++) {
      if (LeadReader.DASHES.indexOf(line.charAt(i)) >= 0 && isApart(line, start, i)) {
        return before(line, start, i);
      }
    }
    return null;
  }

  /** {@code Q -}, {@code Q- } or {@code PREGUNTA.-}, but no hyphen inside of a word. */
  private static boolean isApart(String line, int start, int dash) {
    char before = line.charAt(dash - 1);
    boolean letter = dash == start + 1 && dash + 1 < line.length();
    return before == ' ' || before == '.' || (letter && line.charAt(dash + 1) == ' ');
  }

  private Lead before(String line, int start, int dash) {
    String label = line.substring(start, dash).strip();
    String word = label.replace('.', ' ').strip();
    int said = Marks.skipBlanks(line, dash + 1);
    if (labels.isMarker(word)) {
      return labels.judge(word, line, said);
    }
    return endsWithStop(label) ? stopped(label, line, dash) : null;
  }

  /** Behind one that nobody knows the dash follows the stop at once, and has a blank behind it. */
  private Lead stopped(String label, String line, int dash) {
    String name = LeadReader.bareLabel(label.substring(0, label.length() - 1));
    Lead lead = labels.judge(name, line, Marks.skipBlanks(line, dash + 1));
    if (lead == null) {
      return null;
    }
    char next = line.charAt(dash + 1);
    if (lead.kind() == Lead.Kind.LABEL) {
      return line.charAt(dash - 1) == '.' && isSetOff(next) ? lead.surely() : null;
    }
    return isSetOff(next) || Character.isUpperCase(next) ? lead : null;
  }

  /** A full stop behind a word; behind others it is an abbreviation's: {@code U.S.-China}. */
  private static boolean endsWithStop(String label) {
    int stop = label.length() - 1;
    int word = label.lastIndexOf(' ') + 1;
    return stop > word + 2 && label.indexOf('.', word) == stop;
  }

  private static boolean isSetOff(char afterDash) {
    return Spaces.isSpace(afterDash) || afterDash == '\u00bf' || afterDash == '\u00a1';
  }
}
