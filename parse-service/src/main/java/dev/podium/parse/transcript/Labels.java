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

  private final Dialect.Turns turns;
  private final Outlets outlets;
  private final Spokespersons spokespersons;
  private final String organisation;

  /** What was found of labels, most of which come again and again on a page. */
  private final Map<String, Boolean> speakers = new HashMap<>();

  private final Map<String, Boolean> named = new HashMap<>();
  private final Map<String, Boolean> askers = new HashMap<>();

  Labels(Dialect dialect, Outlets outlets, Spokespersons spokespersons, String organisation) {
    this.turns = dialect.turns();
    this.outlets = outlets;
    this.spokespersons = spokespersons;
    this.organisation = organisation;
  }

  /**
   * What a label before a colon, in brackets or alone begins; null if it is none.
   *
   * @param start where the text begins that is said
   */
  Lead judge(String label, String line, int start) {
    if (isWord(turns.questions(), label)) {
      return Lead.question(null, start, startsFollowUp(line, start));
    }
    if (isWord(turns.answers(), label)) {
      return new Lead(Lead.Kind.ANSWER, null, start, false);
    }
    if (Dialect.Turns.has(turns.afterwards(), label)) {
      return Lead.question(label, start, false);
    }
    if (Dialect.Turns.has(turns.followUps(), label)) {
      return Lead.question(label, start, true);
    }
    if (isSpeaker(label)) {
      return new Lead(Lead.Kind.ANSWER, label, start, false);
    }
    return asker(label, line, start);
  }

  private Lead asker(String label, String line, int start) {
    boolean followUp = namesFollowUp(label) || startsFollowUp(line, start);
    if (isAsker(label)) {
      return Lead.question(label, start, followUp);
    }
    boolean candidate = turns.labels() && LabelShape.looksLikeName(label);
    return candidate ? new Lead(Lead.Kind.LABEL, label, start, followUp) : null;
  }

  /** A label that is the whole line. */
  Lead alone(String label, int start) {
    if (isWord(turns.questions(), label)) {
      return Lead.question(null, start, false);
    }
    if (Dialect.Turns.has(turns.followUps(), label) || Dialect.any(turns.askers(), label)) {
      return Lead.question(label, start, namesFollowUp(label));
    }
    return isSpeaker(label) ? new Lead(Lead.Kind.ANSWER, label, start, false) : null;
  }

  /** Whether it is one of the dialect's words for a question or an answer. */
  boolean isMarker(String word) {
    return isWord(turns.questions(), word) || isWord(turns.answers(), word);
  }

  /** Whether a registry knows the label, or it is a marker's word and names nobody. */
  boolean isCertain(String label) {
    return label == null
        || isNamed(label)
        || namesOutlet(label)
        || Askers.split(label, turns).isEmpty();
  }

  private boolean isSpeaker(String label) {
    return speakers.computeIfAbsent(
        label, name -> isNamed(name) || Dialect.any(turns.speakers(), name));
  }

  private boolean isNamed(String label) {
    return named.computeIfAbsent(label, name -> spokespersons.isSpeaker(name, organisation));
  }

  private boolean isAsker(String label) {
    return askers.computeIfAbsent(
        label, name -> Dialect.any(turns.askers(), name) || namesOutlet(name));
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
    String key = LowerCase.of(label);
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

  /** A word of the dialect, perhaps with a number: {@code Question 2}. */
  private static boolean isWord(Set<String> words, String label) {
    if (Dialect.Turns.has(words, label)) {
      return true;
    }
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
