package dev.podium.parse.transcript;

import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Spaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells how a line begins: by marker, by a label of the dialect or the registries, or neither. One
 * instance serves one page and is not safe for concurrent use.
 */
final class LeadReader {

  private static final int LONGEST_LABEL = 200;
  private static final int USUAL_LINES = 512;
  static final String DASHES = "-\u2013\u2014\u2212";
  static final String OPENING = "\u3010(\uff08[";
  private static final String CLOSING = "\u3011)\uff09]";

  private final Dialect dialect;
  private final Dialect.Turns turns;
  private final Labels labels;
  private final DashedLabels dashed;
  private final Map<String, Lead> read = new HashMap<>(USUAL_LINES);
  private boolean dashesBehindBare;
  private Set<String> lone = Set.of();
  private Set<String> stopped = Set.of();

  LeadReader(Dialect dialect, Labels labels) {
    this.dialect = dialect;
    this.turns = dialect.turns();
    this.labels = labels;
    this.dashed = new DashedLabels(labels);
    this.dashesBehindBare = turns.dashes();
  }

  /**
   * Looks for labels on lines of their own and before full stops, where the dialect only knows that
   * there may be some; before anything is read.
   */
  void expectLabels(List<Block> blocks) {
    dashesBehindBare = turns.dashes() && DashedLabels.areUsual(turns, blocks);
    if (turns.labels() && !turns.bare().isEmpty()) {
      stopped = StoppedLabels.find(turns, blocks, labels);
    }
    if (turns.alone() && turns.labels()) {
      lone = LoneLabels.find(dialect, blocks, this);
    }
  }

  /** The lead of a line; those of whole lines are asked for by each step that sorts them. */
  Lead read(String line) {
    Lead known = read.get(line);
    if (known == null) {
      known = lead(line);
      read.put(line, known);
    }
    return known;
  }

  /** The lead of a part of a line. Where labels have lines of their own, unknown ones are words. */
  Lead lead(String line) {
    Lead lead = marked(line);
    if (lead.kind() == Lead.Kind.LABEL && !lone.isEmpty()) {
      return Lead.NONE;
    }
    if (lead.kind() == Lead.Kind.NONE && turns.alone() && mayStandAlone(line)) {
      Lead alone = alone(line);
      return alone == null ? lead : alone;
    }
    return lead;
  }

  private boolean mayStandAlone(String line) {
    return turns.labels() ? lone.contains(line) : line.length() <= LONGEST_LABEL;
  }

  /** Whether a line is a label and nothing else, on a page that has such. */
  boolean isLone(String line) {
    return lone.contains(line);
  }

  /** The lead that needs a mark: a colon, brackets, a word that is never said. */
  Lead marked(String line) {
    if (dialect.dividers().match(line)) {
      return new Lead(Lead.Kind.DIVIDER, null, line.length(), false);
    }
    int start = Times.after(line, Marks.afterNumbering(line));
    Lead lead = bare(line, start);
    if (lead == null) {
      lead = stopped(line, start);
    }
    if (lead == null && turns.bracketed()) {
      lead = bracketed(line, start);
    }
    if (lead == null) {
      lead = labelled(line, start);
    }
    if (lead == null && turns.dashes()) {
      lead = dashed.read(line, start);
    }
    return lead == null ? Lead.NONE : lead;
  }

  /** A label that is the whole line; null if it cannot be one. */
  Lead alone(String line) {
    char last = line.charAt(line.length() - 1);
    boolean sentence = ".!?".indexOf(last) >= 0 || line.endsWith(".)");
    return sentence ? null : labels.alone(bareLabel(line), line.length());
  }

  /** {@code Q} and white space, or a colon or a full stop. */
  private Lead bare(String line, int start) {
    for (String word : turns.bare()) {
      if (line.startsWith(word, start)) {
        int end = start + word.length();
        if (end == line.length()) {
          return Lead.question(null, end, false);
        }
        char next = line.charAt(end);
        if (Spaces.isSpace(next) || next == '.' || Marks.isColon(next)) {
          return Lead.question(null, afterMark(line, Marks.skipBlanks(line, end)), false);
        }
        if (Marks.isGlued(line, end)) {
          return Lead.question(null, end, false);
        }
      }
    }
    return null;
  }

  /** Behind a full stop, a colon or, where the page has such, a dash; and blanks. */
  private int afterMark(String line, int at) {
    if (at + 1 >= line.length()) {
      return at;
    }
    char c = line.charAt(at);
    boolean dash = dashesBehindBare && DASHES.indexOf(c) >= 0 && line.charAt(at + 1) == ' ';
    return c == '.' || Marks.isColon(c) || (dash && !goesOn(line, at + 1))
        ? Marks.skipBlanks(line, at + 1)
        : at;
  }

  /** Who was interrupted goes on behind a dash with a small letter: that dash is said. */
  private static boolean goesOn(String line, int afterDash) {
    int next = Marks.skipBlanks(line, afterDash);
    return next < line.length() && Character.isLowerCase(line.codePointAt(next));
  }

  static boolean opensBracket(char c) {
    return OPENING.indexOf(c) >= 0;
  }

  private Lead bracketed(String line, int start) {
    int kind = start < line.length() ? OPENING.indexOf(line.charAt(start)) : -1;
    if (kind < 0) {
      return null;
    }
    int close = line.indexOf(CLOSING.charAt(kind), start);
    if (close < 0 || close - start > LONGEST_LABEL) {
      return null;
    }
    String inside = Spaces.fold(line.substring(start + 1, close));
    if (dialect.notes().match(inside)) {
      return null;
    }
    int after = Marks.skipBlanks(line, close + 1);
    boolean colon = after < line.length() && Marks.isColon(line.charAt(after));
    Lead lead = judge(inside, line, colon ? after + 1 : after);
    if (colon && (lead == null || lead.kind() == Lead.Kind.LABEL)) {
      return bracketedName(inside, line, after + 1);
    }
    return lead == null || lead.kind() == Lead.Kind.LABEL ? null : lead;
  }

  /** Whom a page names in brackets before a colon is no speaker of the podium. */
  private Lead bracketedName(String name, String line, int after) {
    return turns.labels() && LabelShape.looksLikeName(name.replace(", ", " "))
        ? Lead.question(name, Marks.skipBlanks(line, after), false)
        : null;
  }

  private Lead labelled(String line, int start) {
    int colon = Marks.colon(line, start, LONGEST_LABEL);
    if (colon < 0) {
      return null;
    }
    String label = bareLabel(line.substring(start, colon));
    String name = Times.without(label);
    int behind = Marks.skipBlanks(line, colon + 1);
    int said = Times.after(line, behind);
    if (name.isEmpty()) {
      return null;
    }
    Lead lead = judge(name, line, said);
    boolean timed = name.length() < label.length() || said > behind || Times.after(line, 0) > 0;
    return timed && lead != null ? lead.surely() : lead;
  }

  /** {@code The President. }: on pages whose labels end so. */
  private Lead stopped(String line, int start) {
    String label = stopped.isEmpty() ? null : StoppedLabels.of(line);
    return start == 0 && label != null && stopped.contains(label)
        ? new Lead(Lead.Kind.ANSWER, label, Marks.skipBlanks(line, label.length() + 1), false)
        : null;
  }

  static String bareLabel(String label) {
    return Spaces.fold(Spaces.visible(label)).replace("*", "");
  }

  private Lead judge(String label, String line, int after) {
    return labels.judge(label, line, Marks.skipBlanks(line, after));
  }

  List<Lead> read(List<String> lines) {
    List<Lead> leads = new ArrayList<>(lines.size());
    lines.forEach(line -> leads.add(read(line)));
    if (!turns.plays().all().isEmpty()) {
      findRecordings(lines, leads);
    }
    return leads;
  }

  /** The voices of a recording ask nobody: who plays it says it. */
  private void findRecordings(List<String> lines, List<Lead> leads) {
    int from = -1;
    for (int i = 0; i < leads.size(); i++) {
      for (int pattern = 0; pattern < turns.plays().all().size(); pattern++) {
        if (turns.plays().all().get(pattern).finds(lines.get(i))) {
          boolean ends = pattern % 2 == 1;
          if (ends && from >= 0) {
            leads.subList(from, i).replaceAll(LeadReader::answering);
          }
          from = ends ? -1 : i;
        }
      }
    }
  }

  private static Lead answering(Lead lead) {
    return lead.kind() == Lead.Kind.QUESTION ? lead.as(Lead.Kind.ANSWER) : lead;
  }
}
