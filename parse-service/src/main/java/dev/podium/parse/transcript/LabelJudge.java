package dev.podium.parse.transcript;

import dev.podium.parse.page.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides by its surroundings whether an unknown label asks, answers, or is no label at all: who
 * stands between an answer and the next speaker asks; who stands after a question answers.
 */
final class LabelJudge {

  private static final int FEWEST_ASKING = 1;
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}-]+");

  private final List<Block> blocks;
  private final List<Lead> leads;
  private final String title;
  private final Map<String, Integer> counts = new HashMap<>();
  private int asking;
  private final Map<String, Integer> afterQuestions = new HashMap<>();
  private final Set<String> answered = new HashSet<>();

  private LabelJudge(List<Block> blocks, List<Lead> leads, String title) {
    this.blocks = blocks;
    this.leads = new ArrayList<>(leads);
    this.title = title == null ? "" : title;
    leads.stream()
        .filter(lead -> lead.kind() == Lead.Kind.LABEL)
        .forEach(lead -> counts.merge(lead.label(), 1, Integer::sum));
  }

  /** The leads with every unknown label decided. */
  static List<Lead> judge(List<Block> blocks, List<Lead> leads, String title) {
    return new LabelJudge(blocks, leads, title).judge();
  }

  private List<Lead> judge() {
    leads.replaceAll(lead -> isNamed(lead) ? lead.as(Lead.Kind.ANSWER) : lead);
    if (counts.isEmpty()) {
      return leads;
    }
    findPodium();
    countAfterQuestions();
    Lead.Kind[] next = nextKnown();
    Lead.Kind before = Lead.Kind.NONE;
    for (int i = 0; i < leads.size(); i++) {
      Lead lead = leads.get(i);
      if (lead.kind() == Lead.Kind.LABEL) {
        leads.set(i, decided(i, before, next[i]));
      }
      Lead.Kind kind = leads.get(i).kind();
      before = kind == Lead.Kind.NONE ? before : kind;
    }
    return leads;
  }

  /** Who has answered before is a speaker, also where the next words are no answer. */
  private Lead decided(int index, Lead.Kind before, Lead.Kind next) {
    Lead lead = leads.get(index);
    Lead.Kind kind = decide(index, before, next);
    if (kind == Lead.Kind.NONE && answered.contains(lead.label())) {
      kind = Lead.Kind.ANSWER;
    }
    if (kind == Lead.Kind.ANSWER) {
      answered.add(lead.label());
    }
    asking += kind == Lead.Kind.QUESTION ? 1 : 0;
    return kind == Lead.Kind.NONE ? Lead.NONE : lead.as(kind);
  }

  private boolean inTitle(String label) {
    return title.contains(label) || (words(label) > 0 && allInTitle(label));
  }

  /** Whose label looks like a reporter's, but whom the title names with first and family name. */
  private boolean isNamed(Lead lead) {
    if (lead.kind() != Lead.Kind.QUESTION || lead.label() == null || title.isEmpty()) {
      return false;
    }
    return words(lead.label()) > 1 && allInTitle(lead.label());
  }

  /** How many words of a label are long enough to be names. */
  private static long words(String label) {
    return NOT_LETTERS.splitAsStream(label).filter(word -> word.length() > 3).count();
  }

  private boolean allInTitle(String label) {
    return NOT_LETTERS
        .splitAsStream(label)
        .filter(word -> word.length() > 3)
        .allMatch(title::contains);
  }

  /** Where nobody is known who answers, it is whoever speaks far more often than all others. */
  private void findPodium() {
    if (leads.stream().anyMatch(lead -> lead.kind() == Lead.Kind.ANSWER)) {
      return;
    }
    String most = null;
    int second = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (most == null || entry.getValue() > counts.get(most)) {
        second = most == null ? 0 : counts.get(most);
        most = entry.getKey();
      } else {
        second = Math.max(second, entry.getValue());
      }
    }
    String podium = most;
    if (podium != null && counts.get(podium) > 1 && counts.get(podium) > second) {
      leads.replaceAll(
          lead ->
              lead.kind() == Lead.Kind.LABEL && lead.label().equals(podium)
                  ? lead.as(Lead.Kind.ANSWER)
                  : lead);
    }
  }

  private void countAfterQuestions() {
    Lead.Kind before = Lead.Kind.NONE;
    for (Lead lead : leads) {
      if (lead.kind() == Lead.Kind.LABEL && before == Lead.Kind.QUESTION) {
        afterQuestions.merge(lead.label(), 1, Integer::sum);
      }
      before = lead.kind() == Lead.Kind.NONE ? before : lead.kind();
    }
  }

  private Lead.Kind decide(int index, Lead.Kind before, Lead.Kind next) {
    Lead lead = leads.get(index);
    if (inTitle(lead.label()) || mostlyAnswers(lead.label())) {
      return Lead.Kind.ANSWER;
    }
    boolean often = counts.get(lead.label()) > 1;
    if (before == Lead.Kind.QUESTION) {
      if (next != Lead.Kind.ANSWER && often) {
        return Lead.Kind.ANSWER;
      }
      boolean another = bold(index) || asksInARow(lead.label());
      return next == Lead.Kind.ANSWER && another ? question(index) : Lead.Kind.NONE;
    }
    return next == Lead.Kind.ANSWER || (bold(index) && !often) ? question(index) : Lead.Kind.NONE;
  }

  /**
   * On a page where reporters stand by name, a second one may ask before the first has an answer.
   */
  private boolean asksInARow(String label) {
    return asking >= FEWEST_ASKING && (label.indexOf(' ') > 0 || counts.get(label) > 1);
  }

  /** Who speaks several times, and mostly behind a question. */
  private boolean mostlyAnswers(String label) {
    return counts.get(label) > 1 && afterQuestions.getOrDefault(label, 0) * 2 > counts.get(label);
  }

  private Lead.Kind question(int index) {
    return leads.get(index).start() < blocks.get(index).text().length()
        ? Lead.Kind.QUESTION
        : Lead.Kind.NONE;
  }

  private boolean bold(int index) {
    Block block = blocks.get(index);
    return block.style().bold() * 2 > block.style().visible();
  }

  /** For each line, how the next line begins that begins with something known. */
  private Lead.Kind[] nextKnown() {
    Lead.Kind[] next = new Lead.Kind[leads.size()];
    Lead.Kind known = Lead.Kind.NONE;
    for (int i = leads.size() - 1; i >= 0; i--) {
      next[i] = known;
      Lead.Kind kind = leads.get(i).kind();
      if (kind == Lead.Kind.QUESTION || kind == Lead.Kind.ANSWER) {
        known = kind;
      }
    }
    return next;
  }
}
