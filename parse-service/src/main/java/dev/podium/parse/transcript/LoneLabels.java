package dev.podium.parse.transcript;

import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the labels of pages that set each on a line of its own, without a colon. Any short line may
 * look like one, so it takes several of them, some again and again, each before something said, and
 * a page that does not mark its turns otherwise.
 */
final class LoneLabels {

  private static final int LONGEST = 80;
  private static final int SAID = 60;
  private static final int FEWEST = 4;
  private static final int FEWEST_UNKNOWN = 6;
  private static final int REPEATS_OF_UNKNOWN = 3;

  /** A label has at most so many paragraphs behind it, on average. */
  private static final int PARAGRAPHS = 12;

  /** The same where nearly all are known. */
  private static final int PARAGRAPHS_OF_KNOWN = 60;

  private static final String ENDS =
      ".!?\u2026\u3002\uff01\uff1f\u061f\u00bb\u201d\"\u300d:;,\uff1a\uff0c";

  /** A year, as no name has one. */
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  private final Dialect dialect;
  private final List<Block> blocks;
  private final LeadReader leads;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();

  private record Candidate(int index, String text, boolean known) {}

  private LoneLabels(Dialect dialect, List<Block> blocks, LeadReader leads) {
    this.dialect = dialect;
    this.blocks = blocks;
    this.leads = leads;
  }

  /** The lines of the page that are labels; none on most pages. */
  static Set<String> find(Dialect dialect, List<Block> blocks, LeadReader leads) {
    LoneLabels labels = new LoneLabels(dialect, blocks, leads);
    labels.findCandidates();
    return labels.isDialogue() ? labels.accepted() : Set.of();
  }

  private void findCandidates() {
    for (int i = 0; i + 1 < blocks.size(); i++) {
      String text = blocks.get(i).text();
      if (mayBeLabel(blocks.get(i)) && isSaid(blocks.get(i + 1))) {
        Lead lead = leads.alone(text);
        if (lead != null && leads.marked(text).kind() == Lead.Kind.NONE) {
          candidates.add(new Candidate(i, text, lead.kind() != Lead.Kind.LABEL));
          counts.merge(text, 1, Integer::sum);
        }
      }
    }
  }

  private boolean mayBeLabel(Block block) {
    String text = block.text();
    return text.length() <= LONGEST
        && isText(block)
        && !endsSentence(text)
        && !YEAR.matcher(text).find()
        && dialect.reason(text) == null;
  }

  private static boolean isSaid(Block block) {
    return isText(block) && (block.text().length() >= SAID || endsSentence(block.text()));
  }

  private static boolean isText(Block block) {
    return block.region() != Region.FURNITURE
        && block.region() != Region.BESIDE
        && block.style().linked() * 2 <= block.style().visible();
  }

  private static boolean endsSentence(String text) {
    char last = text.charAt(text.length() - 1);
    boolean bracket = ")\uff09".indexOf(last) >= 0;
    return ENDS.indexOf(bracket && text.length() > 1 ? text.charAt(text.length() - 2) : last) >= 0;
  }

  private boolean isDialogue() {
    boolean known = candidates.stream().anyMatch(Candidate::known);
    int repeats = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (candidates.size() < (known ? FEWEST : FEWEST_UNKNOWN)
        || repeats < (known ? 2 : REPEATS_OF_UNKNOWN)
        || counts.size() < 2) {
      return false;
    }
    int first = candidates.getFirst().index();
    int last = candidates.getLast().index();
    return last - first <= paragraphs() * candidates.size() && markedTurns() < candidates.size();
  }

  private int paragraphs() {
    long known = candidates.stream().filter(Candidate::known).count();
    return known * 4 >= candidates.size() * 3L ? PARAGRAPHS_OF_KNOWN : PARAGRAPHS;
  }

  private long markedTurns() {
    return blocks.stream()
        .map(block -> leads.marked(block.text()).kind())
        .filter(kind -> kind == Lead.Kind.QUESTION || kind == Lead.Kind.ANSWER)
        .count();
  }

  /** Also a name that comes once, where it looks as the others do and stands among them. */
  private Set<String> accepted() {
    List<Candidate> sure =
        candidates.stream().filter(one -> one.known() || counts.get(one.text()) > 1).toList();
    Set<List<Object>> looks = sure.stream().map(this::look).collect(Collectors.toSet());
    Set<String> accepted = new HashSet<>();
    for (Candidate candidate : candidates) {
      boolean among =
          candidate.index() >= sure.getFirst().index()
              && candidate.index() <= sure.getLast().index();
      if (among && looks.contains(look(candidate))) {
        accepted.add(candidate.text());
      }
    }
    return accepted;
  }

  private List<Object> look(Candidate candidate) {
    Block block = blocks.get(candidate.index());
    return List.of(block.bold(), block.style().heading());
  }
}
