package dev.podium.parse.transcript;

import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.language.LowerCase;
import dev.podium.parse.registry.Outlets;
import dev.podium.parse.registry.Spokespersons;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells what a label begins, by the words of the dialect and the names of the registries. One
 * instance serves one page and is not safe for concurrent use.
 */
final class Labels {

  private final Dialect dialect;
  private final Dialect.Turns turns;
  private final Outlets outlets;
  private final Spokespersons spokespersons;
  private final String organisation;

  /** Bare names that the page shows to be speakers' labels. */
  private Set<String> named = Set.of();

  /** What was found of labels, most of which come again and again on a page. */
  private final Map<String, Sort> sorts = new HashMap<>();

  private final Map<String, Boolean> certain = new HashMap<>();

  /** What a label is. */
  private enum Sort {
    QUESTION,
    ANSWER,
    AFTERWARDS,
    FOLLOW_UP,
    SPEAKER,
    ASKER,
    /** It looks like a name that nobody knows. */
    NAME,
    NONE
  }

  Labels(Dialect dialect, Outlets outlets, Spokespersons spokespersons, String organisation) {
    this.dialect = dialect;
    this.turns = dialect.turns();
    this.outlets = outlets;
    this.spokespersons = spokespersons;
    this.organisation = organisation;
  }

  /** Takes these bare names for speakers' labels, whatever was found of them before. */
  void expect(Set<String> names) {
    named = names;
    sorts.keySet().removeAll(names);
  }

  /**
   * What a label before a colon, in brackets or alone begins; null if it is none.
   *
   * @param start where the text begins that is said
   */
  Lead judge(String label, String line, int start) {
    return switch (sorts.computeIfAbsent(label, this::sortNoted)) {
      case QUESTION -> Lead.question(null, start, startsFollowUp(line, start));
      case ANSWER -> new Lead(Lead.Kind.ANSWER, null, start, false);
      case AFTERWARDS -> Lead.question(label, start, false);
      case FOLLOW_UP -> Lead.question(label, start, true);
      case SPEAKER -> new Lead(Lead.Kind.ANSWER, label, start, false);
      case ASKER -> Lead.question(label, start, followsUp(label, line, start));
      case NAME -> new Lead(Lead.Kind.LABEL, label, start, followsUp(label, line, start));
      case NONE -> null;
    };
  }

  /** A label that is one without the note at its end, too: {@code QUESTION (Via Interpreter)}. */
  private Sort sortNoted(String label) {
    Sort sort = sort(label);
    int open = label.lastIndexOf('(');
    boolean noted =
        open > 0
            && label.endsWith(")")
            && dialect.notes().match(label.substring(open + 1, label.length() - 1));
    return noted && (sort == Sort.NONE || sort == Sort.NAME)
        ? sort(label.substring(0, open).strip())
        : sort;
  }

  private Sort sort(String label) {
    if (isWord(turns.questions(), label)) {
      return Sort.QUESTION;
    }
    if (isWord(turns.answers(), label)) {
      return Sort.ANSWER;
    }
    String word = Dialect.Turns.wordKey(label);
    if (turns.afterwards().contains(word)) {
      return Sort.AFTERWARDS;
    }
    if (turns.followUps().contains(word)) {
      return Sort.FOLLOW_UP;
    }
    if (isSpeaker(label)) {
      return Sort.SPEAKER;
    }
    boolean asker = turns.askers().match(label) && !LabelShape.isOrderWord(label);
    if (asker || namesOutlet(label)) {
      return Sort.ASKER;
    }
    return turns.labels() && LabelShape.looksLikeName(label) ? Sort.NAME : Sort.NONE;
  }

  private boolean followsUp(String label, String line, int start) {
    return namesFollowUp(label) || startsFollowUp(line, start);
  }

  /** A label that is the whole line. */
  Lead alone(String label, int start) {
    if (isWord(turns.questions(), label)) {
      return Lead.question(null, start, false);
    }
    if (isWord(turns.answers(), label)) {
      return new Lead(Lead.Kind.ANSWER, null, start, false);
    }
    if (Dialect.Turns.has(turns.followUps(), label) || turns.askers().match(label)) {
      return Lead.question(label, start, namesFollowUp(label));
    }
    if (isSpeaker(label)) {
      return new Lead(Lead.Kind.ANSWER, label, start, false);
    }
    return turns.labels() ? unknownAlone(label, start) : null;
  }

  private Lead unknownAlone(String label, int start) {
    if (namesOutlet(label)) {
      return Lead.question(label, start, namesFollowUp(label));
    }
    boolean name = LabelShape.looksLikeName(label.replace(", ", " "));
    return name ? new Lead(Lead.Kind.LABEL, label, start, namesFollowUp(label)) : null;
  }

  /** Whether it is one of the dialect's words for a question or an answer. */
  boolean isMarker(String word) {
    return isWord(turns.questions(), word) || isWord(turns.answers(), word);
  }

  /** Whether a registry knows the label, or it is a marker's word and names nobody. */
  boolean isCertain(String label) {
    return label == null || certain.computeIfAbsent(label, this::namesSomebodyOrNobody);
  }

  private boolean namesSomebodyOrNobody(String label) {
    return spokespersons.isSpeaker(label, organisation)
        || namesOutlet(label)
        || Askers.split(label, turns).isEmpty();
  }

  /** Whether the dialect, a registry or the page knows the label as one of the podium. */
  boolean isSpeaker(String label) {
    return named.contains(label)
        || spokespersons.isSpeaker(label, organisation)
        || turns.speakers().match(label);
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
    boolean bracketed = label.endsWith(")") || label.endsWith("\uff09");
    String key = LowerCase.of(bracketed ? label.substring(0, label.length() - 1) : label);
    for (String word : turns.followUps()) {
      if (key.endsWith(word) || key.startsWith(word + ' ')) {
        return true;
      }
    }
    return false;
  }

  private boolean startsFollowUp(String line, int start) {
    for (String word : turns.followUps()) {
      if (line.regionMatches(true, start, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  /** A word of the dialect, perhaps with a number: {@code Question 2}; or with a note. */
  private static boolean isWord(Set<String> words, String label) {
    return Dialect.Turns.has(words, label) || isNumbered(words, label) || isNoted(words, label);
  }

  /** {@code Question [in French]}: what is no name is said about the question. */
  private static boolean isNoted(Set<String> words, String label) {
    int open = Math.max(label.indexOf(" ("), label.indexOf(" ["));
    return open > 0
        && Character.isLowerCase(label.charAt(Math.min(open + 2, label.length() - 1)))
        && ")]".indexOf(label.charAt(label.length() - 1)) >= 0
        && Dialect.Turns.has(words, label.substring(0, open));
  }

  private static boolean isNumbered(Set<String> words, String label) {
    int end = label.length();
    while (end > 0 && isDigit(label.charAt(end - 1))) {
      end--;
    }
    return end < label.length() && Dialect.Turns.has(words, label.substring(0, end).strip());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
