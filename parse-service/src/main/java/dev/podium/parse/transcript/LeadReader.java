package dev.podium.parse.transcript;

import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Spaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells how a line begins: by marker, by a label of the dialect or the registries, or neither. One
 * instance serves one page and is not safe for concurrent use.
 */
final class LeadReader {

  private static final int LONGEST_LABEL = 200;
  private static final char FIRST_WIDE_COLON = '\u2236';
  static final String COLONS = ":\uff1a\ufe55\u2236\ufe13";
  private static final char FIRST_WIDE_END = '\u3002';
  private static final String SENTENCE_ENDS = "\u3002?\uff1f!\uff01";
  private static final String DASHES = "-\u2013\u2014\u2212";
  static final String OPENING = "\u3010(\uff08[";
  private static final String CLOSING = "\u3011)\uff09]";

  private final Dialect dialect;
  private final Dialect.Turns turns;
  private final Labels labels;
  private final Map<String, Lead> read = new HashMap<>();

  LeadReader(Dialect dialect, Labels labels) {
    this.dialect = dialect;
    this.turns = dialect.turns();
    this.labels = labels;
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

  /** The lead of a part of a line. */
  Lead lead(String line) {
    if (Dialect.any(dialect.dividers(), line)) {
      return new Lead(Lead.Kind.DIVIDER, null, line.length(), false);
    }
    int start = afterNumbering(line);
    Lead lead = bare(line, start);
    if (lead == null && turns.bracketed()) {
      lead = bracketed(line, start);
    }
    if (lead == null) {
      lead = labelled(line, start);
    }
    if (lead == null && turns.dashes()) {
      lead = dashed(line, start);
    }
    if (lead == null && turns.alone() && line.length() <= LONGEST_LABEL) {
      lead = alone(line);
    }
    return lead == null ? Lead.NONE : lead;
  }

  /** A label that is the whole line. */
  private Lead alone(String line) {
    char last = line.charAt(line.length() - 1);
    boolean sentence = ".!?".indexOf(last) >= 0 || line.endsWith(".)");
    return sentence ? null : labels.alone(bareLabel(line), line.length());
  }

  /** {@code 一、} or {@code 1.} before a marker. */
  private static int afterNumbering(String line) {
    int i = 0;
    while (i < line.length()
        && i < 4
        && (isDigit(line.charAt(i)) || "一二三四五六七八九十".indexOf(line.charAt(i)) >= 0)) {
      i++;
    }
    if (i == 0 || i == line.length() || "、.．)）".indexOf(line.charAt(i)) < 0) {
      return 0;
    }
    return skipBlanks(line, i + 1);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
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
        if (Spaces.isSpace(next) || next == '.' || isColon(next)) {
          return Lead.question(null, afterMark(line, skipBlanks(line, end)), false);
        }
        if (isGlued(line, end)) {
          return Lead.question(null, end, false);
        }
      }
    }
    return null;
  }

  /** Behind a full stop, a colon or, where the dialect has such, a dash; and blanks. */
  private int afterMark(String line, int at) {
    if (at + 1 >= line.length()) {
      return at;
    }
    char c = line.charAt(at);
    boolean dash = turns.dashes() && DASHES.indexOf(c) >= 0 && line.charAt(at + 1) == ' ';
    return c == '.' || isColon(c) || dash ? skipBlanks(line, at + 1) : at;
  }

  /** Some pages lost the blank: {@code QIs it true}, {@code QI have}; but not {@code QAP}. */
  private static boolean isGlued(String line, int at) {
    if (at + 1 >= line.length() || !Character.isUpperCase(line.charAt(at))) {
      return false;
    }
    char second = line.charAt(at + 1);
    boolean word = line.charAt(at) == 'I' || line.charAt(at) == 'A';
    return Character.isLowerCase(second)
        || (word && (second == ' ' || second == '\'' || second == '\u2019'));
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
    Lead lead = judge(Spaces.fold(line.substring(start + 1, close)), line, close + 1);
    return lead == null || lead.kind() == Lead.Kind.LABEL ? null : lead;
  }

  private Lead labelled(String line, int start) {
    int colon = colon(line, start);
    if (colon < 0) {
      return null;
    }
    String label = bareLabel(line.substring(start, colon));
    return label.isEmpty() ? null : judge(label, line, colon + 1);
  }

  /** The first colon, if no sentence ends before it; else -1. */
  private static int colon(String line, int start) {
    int end = Math.min(line.length(), start + LONGEST_LABEL);
    for (int i = start; i < end; i++) {
      char c = line.charAt(i);
      if (isColon(c)) {
        return i;
      }
      if (endsSentence(c)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean endsSentence(char c) {
    return c < FIRST_WIDE_END ? c == '?' || c == '!' : SENTENCE_ENDS.indexOf(c) >= 0;
  }

  /** {@code Q -}, {@code Q- } or {@code PREGUNTA.-}, but no hyphen inside of a word. */
  private static boolean isApart(String line, int start, int dash) {
    char before = line.charAt(dash - 1);
    boolean letter = dash == start + 1 && dash + 1 < line.length();
    return before == ' ' || before == '.' || (letter && line.charAt(dash + 1) == ' ');
  }

  static boolean isColon(char c) {
    return c < FIRST_WIDE_COLON ? c == ':' : COLONS.indexOf(c) >= 0;
  }

  /** {@code Q - }: a word of the dialect before a dash, with white space on both sides. */
  private Lead dashed(String line, int start) {
    int end = Math.min(line.length() - 1, start + 30);
    for (int i = start + 1; i < end; i++) {
      if (DASHES.indexOf(line.charAt(i)) >= 0 && isApart(line, start, i)) {
        String word = line.substring(start, i).replace('.', ' ').strip();
        return labels.isMarker(word) ? judge(word, line, i + 1) : null;
      }
    }
    return null;
  }

  private static String bareLabel(String label) {
    return Spaces.fold(Spaces.visible(label)).replace("*", "");
  }

  private Lead judge(String label, String line, int after) {
    return labels.judge(label, line, skipBlanks(line, after));
  }

  private static int skipBlanks(String line, int from) {
    int i = from;
    while (i < line.length()
        && (Spaces.isSpace(line.charAt(i)) || Spaces.isInvisible(line.charAt(i)))) {
      i++;
    }
    return i;
  }

  List<Lead> read(List<String> lines) {
    List<Lead> leads = new ArrayList<>(lines.size());
    lines.forEach(line -> leads.add(read(line)));
    if (!turns.plays().isEmpty()) {
      findRecordings(lines, leads);
    }
    return leads;
  }

  /** The voices of a recording ask nobody: who plays it says it. */
  private void findRecordings(List<String> lines, List<Lead> leads) {
    int from = -1;
    for (int i = 0; i < leads.size(); i++) {
      for (int pattern = 0; pattern < turns.plays().size(); pattern++) {
        if (turns.plays().get(pattern).finds(lines.get(i))) {
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
