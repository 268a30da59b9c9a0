package dev.podium.parse.transcript;

import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Region;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the labels of pages that end each with a full stop, as the papers of presidents do: {@code
 * The President. We will see.} A short sentence may look like one, so it takes a name or a title
 * that comes again, and stands behind a question that is marked by {@code Q.}
 */
final class StoppedLabels {

  private static final int FEWEST = 2;
  private static final int SEEN = 80;

  private static final Pattern LABEL =
      Pattern.compile(
          "((?:(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Adm|Amb|Sen|Rep|Gov|Sr|Sra)\\. ){0,2}"
              + "\\p{Lu}[\\p{L}'\u2019-]{2,}(?: (?:of|the|de|for|\\p{Lu}\\.|\\p{Lu}[\\p{L}'\u2019-]+)){0,5})"
              + "\\. ");

  private final Dialect.Turns turns;
  private final Labels labels;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> answering = new HashSet<>();

  private StoppedLabels(Dialect.Turns turns, Labels labels) {
    this.turns = turns;
    this.labels = labels;
  }

  /** The labels of the page that end so; none on most pages. */
  static Set<String> find(Dialect.Turns turns, List<Block> blocks, Labels labels) {
    StoppedLabels found = new StoppedLabels(turns, labels);
    boolean asked = false;
    for (Block block : blocks) {
      if (block.region() != Region.FURNITURE && block.region() != Region.BESIDE) {
        asked = found.add(block.text(), asked);
      }
    }
    return found.accepted();
  }

  /** Whether a question is open behind this line. */
  private boolean add(String line, boolean asked) {
    if (asks(line)) {
      return true;
    }
    String label = of(line);
    if (label == null) {
      return asked;
    }
    counts.merge(label, 1, Integer::sum);
    if (asked) {
      answering.add(label);
    }
    return false;
  }

  private boolean asks(String line) {
    int start = Marks.afterNumbering(line);
    for (String word : turns.bare()) {
      int end = start + word.length();
      if (line.startsWith(word, start) && end < line.length() && line.charAt(end) == '.') {
        return true;
      }
    }
    return false;
  }

  /** Where some come again, one of somebody known is enough, such as of who speaks first. */
  private Set<String> accepted() {
    Set<String> accepted = new HashSet<>();
    for (String label : answering) {
      if (counts.get(label) >= FEWEST && (label.indexOf(' ') > 0 || labels.isSpeaker(label))) {
        accepted.add(label);
      }
    }
    if (!accepted.isEmpty()) {
      counts.keySet().stream().filter(labels::isSpeaker).forEach(accepted::add);
    }
    return accepted;
  }

  /** What a line begins with that may be such a label, or null. */
  static String of(String line) {
    if (line.isEmpty() || !Character.isUpperCase(line.charAt(0))) {
      return null;
    }
    Matcher matcher = LABEL.matcher(line).region(0, Math.min(line.length(), SEEN));
    return matcher.lookingAt() ? matcher.group(1) : null;
  }
}
