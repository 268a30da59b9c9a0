package dev.podium.parse.transcript;

import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Spaces;
import dev.podium.parse.registry.Outlets;
import dev.podium.parse.registry.Spokespersons;
import java.util.ArrayList;
import java.util.List;

/** Tells how a line begins: by marker, by a label of the dialect or the registries, or neither. */
final class LeadReader {

  private static final int LONGEST_LABEL = 90;
  private static final String COLONS = ":\uff1a\ufe55\u2236\ufe13";
  private static final String DASHES = "-\u2013\u2014\u2212";
  private static final String OPENING = "\u3010(\uff08[";
  private static final String CLOSING = "\u3011)\uff09]";

  private final Dialect.Turns turns;
  private final Dialect dialect;
  private final Outlets outlets;
  private final Spokespersons spokespersons;
  private final String organisation;

  LeadReader(Dialect dialect, Outlets outlets, Spokespersons spokespersons, String organisation) {
    this.dialect = dialect;
    this.turns = dialect.turns();
    this.outlets = outlets;
    this.spokespersons = spokespersons;
    this.organisation = organisation;
  }

  Lead read(String line) {
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
    String label = bareLabel(line);
    if (isWord(turns.questions(), label) || Dialect.any(turns.askers(), label)) {
      return question(label, line.length(), namesFollowUp(label));
    }
    boolean speaker =
        spokespersons.isSpeaker(label, organisation) || Dialect.any(turns.speakers(), label);
    return speaker ? new Lead(Lead.Kind.ANSWER, label, line.length(), false) : null;
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
          return question(null, end, false);
        }
        char next = line.charAt(end);
        if (Spaces.isSpace(next) || next == '.' || isColon(next)) {
          return question(null, skipBlanks(line, next == ' ' ? end : end + 1), false);
        }
        if (isGlued(line, end)) {
          return question(null, end, false);
        }
      }
    }
    return null;
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

  private static int colon(String line, int start) {
    int end = Math.min(line.length(), start + LONGEST_LABEL);
    for (int i = start; i < end; i++) {
      char c = line.charAt(i);
      if (isColon(c)) {
        return i;
      }
      if (c == '\u3002' || c == '?' || c == '\uff1f' || c == '!' || c == '\uff01') {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isColon(char c) {
    return COLONS.indexOf(c) >= 0;
  }

  /** {@code Q - }: a word of the dialect before a dash, with white space on both sides. */
  private Lead dashed(String line, int start) {
    int end = Math.min(line.length() - 1, start + 30);
    for (int i = start + 1; i < end; i++) {
      if (DASHES.indexOf(line.charAt(i)) >= 0 && line.charAt(i - 1) == ' ') {
        String word = line.substring(start, i).strip();
        boolean marker = isWord(turns.questions(), word) || isWord(turns.answers(), word);
        return marker ? judge(word, line, i + 1) : null;
      }
    }
    return null;
  }

  private static String bareLabel(String label) {
    String folded = Spaces.fold(label).replace("*", "");
    int end = folded.length();
    while (end > 0
        && (Spaces.isInvisible(folded.charAt(end - 1)) || folded.charAt(end - 1) == ' ')) {
      end--;
    }
    return folded.substring(0, end);
  }

  private Lead judge(String label, String line, int after) {
    int start = skipBlanks(line, after);
    if (isWord(turns.questions(), label)) {
      return question(null, start, startsFollowUp(line, start));
    }
    if (isWord(turns.answers(), label)) {
      return new Lead(Lead.Kind.ANSWER, null, start, false);
    }
    if (turns.afterwards().contains(label)) {
      return question(null, start, false);
    }
    if (turns.followUps().contains(label)) {
      return question(label, start, true);
    }
    if (spokespersons.isSpeaker(label, organisation) || Dialect.any(turns.speakers(), label)) {
      return new Lead(Lead.Kind.ANSWER, label, start, false);
    }
    return asker(label, line, start);
  }

  private Lead asker(String label, String line, int start) {
    boolean followUp = namesFollowUp(label) || startsFollowUp(line, start);
    if (Dialect.any(turns.askers(), label) || namesOutlet(label)) {
      return question(label, start, followUp);
    }
    boolean candidate = turns.labels() && LabelShape.looksLikeName(label);
    return candidate ? new Lead(Lead.Kind.LABEL, label, start, followUp) : null;
  }

  private boolean namesOutlet(String label) {
    for (String name : Askers.split(label, turns)) {
      if (outlets.knows(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean namesFollowUp(String label) {
    for (String word : turns.followUps()) {
      if (label.endsWith(word) || label.startsWith(word + ' ')) {
        return true;
      }
    }
    return false;
  }

  private boolean startsFollowUp(String line, int start) {
    for (String word : turns.followUps()) {
      if (line.startsWith(word, start)) {
        return true;
      }
    }
    return false;
  }

  private static Lead question(String label, int start, boolean followUp) {
    return new Lead(Lead.Kind.QUESTION, label, start, followUp);
  }

  /** A word of the dialect, perhaps with a number: {@code Question 2}. */
  private static boolean isWord(java.util.Set<String> words, String label) {
    if (words.contains(label)) {
      return true;
    }
    int end = label.length();
    while (end > 0 && isDigit(label.charAt(end - 1))) {
      end--;
    }
    return end < label.length() && words.contains(label.substring(0, end).strip());
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
    return leads;
  }
}
