package dev.podium.parse.transcript;

import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.dialect.LinePatterns;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts paragraphs in which several turns run together, as copies have them that lost their line
 * breaks. A turn begins inside of a paragraph only behind the end of a sentence, and only where the
 * same paragraph has both questions and answers: what looks like a marker is otherwise a word.
 */
final class RunTogether {

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_END = 80;
  private static final String SENTENCE_ENDS = ".?!)]\"\u201d\u2026\u2014\u3002\uff1f\uff01";
  private static final Pattern STAMP =
      Pattern.compile("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}( \\d{1,2}:\\d{2})?(?= )");
  private static final int SEEN = 200;

  /** A paragraph with so many turns has surely lost its line breaks, and names may be unknown. */
  private static final int MANY = 4;

  private final LeadReader leads;
  private final Labels labels;
  private final Dialect.Turns turns;
  private final LinePatterns ends;
  private final String marks;
  private final Map<String, Integer> counts = new HashMap<>();

  /** A place in a block where a turn may begin. */
  private record Cut(int at, Lead lead) {}

  RunTogether(LeadReader leads, Labels labels, Dialect dialect) {
    this.leads = leads;
    this.labels = labels;
    this.turns = dialect.turns();
    this.ends = dialect.ends();
    this.marks = SentenceStarts.marks(turns);
  }

  /**
   * The blocks, those that hold several turns in a part for each; as they are where the parts would
   * be more than the blocks of any page.
   */
  List<Block> cut(List<Block> blocks) {
    List<List<Cut>> found = new ArrayList<>(blocks.size());
    int more = Page.MOST_BLOCKS - blocks.size();
    int left = more;
    for (Block block : blocks) {
      List<Cut> cuts = candidates(block, left);
      cuts.forEach(cut -> count(cut.lead()));
      left -= cuts.size();
      found.add(cuts);
    }
    if (left == more || left <= 0) {
      return blocks;
    }
    blocks.forEach(block -> count(leads.read(block.text())));
    return cut(blocks, found);
  }

  private void count(Lead lead) {
    if (lead.label() != null) {
      counts.merge(lead.label(), 1, Integer::sum);
    }
  }

  private List<Block> cut(List<Block> blocks, List<List<Cut>> found) {
    List<Block> parts = new ArrayList<>(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      int from = 0;
      for (Cut cut : accepted(block.text(), found.get(i))) {
        Block part = block.part(from, endBefore(block.text(), cut.at()));
        parts.addAll(i == 0 && from == 0 ? masthead(part) : List.of(part));
        from = cut.at();
      }
      parts.addAll(from == 0 ? List.of(block) : withoutEnd(block, from));
    }
    return parts;
  }

  /** The last turn, and what says that the briefing has ended, where not even that stands apart. */
  private List<Block> withoutEnd(Block block, int from) {
    String text = block.text();
    for (int i = Math.max(from, text.length() - LONGEST_END) + 2; i < text.length(); i++) {
      boolean starts = text.charAt(i - 1) == ' ' && SENTENCE_ENDS.indexOf(text.charAt(i - 2)) >= 0;
      if (starts && ends.match(text.substring(i))) {
        return List.of(block.part(from, i - 1), block.part(i, text.length()));
      }
    }
    return List.of(block.part(from, text.length()));
  }

  /** Title and time, where not even these stand on lines of their own. */
  private static List<Block> masthead(Block block) {
    String text = block.text();
    Matcher stamp = STAMP.matcher(text).region(0, Math.min(text.length(), LONGEST_TITLE));
    if (!stamp.find() || stamp.start() == 0 || stamp.end() >= text.length()) {
      return List.of(block);
    }
    return List.of(
        block.part(0, endBefore(text, stamp.start())),
        block.part(stamp.start(), stamp.end()),
        block.part(stamp.end() + 1, text.length()));
  }

  private static int endBefore(String text, int at) {
    return text.charAt(at - 1) == ' ' ? at - 1 : at;
  }

  private List<Cut> accepted(String text, List<Cut> cuts) {
    if (cuts.isEmpty()) {
      return cuts;
    }
    Lead own = leads.read(text);
    List<Cut> exact = new ArrayList<>(cuts.size());
    List<Cut> certain = new ArrayList<>(cuts.size());
    for (Cut found : cuts) {
      Cut cut = exact(found);
      exact.add(cut);
      if (isCertain(cut, text)) {
        certain.add(cut);
      }
    }
    boolean asks = own.kind() == Lead.Kind.QUESTION || has(certain, Lead.Kind.QUESTION);
    boolean answers = own.kind() == Lead.Kind.ANSWER || has(certain, Lead.Kind.ANSWER);
    if (!asks || !answers) {
      return List.of();
    }
    return certain.size() >= MANY ? withUnknown(exact, text) : certain;
  }

  /** An unknown label between two answers, on a page whose askers have labels, asks. */
  private List<Cut> withUnknown(List<Cut> cuts, String text) {
    boolean labelled =
        cuts.stream()
            .anyMatch(cut -> cut.lead().kind() == Lead.Kind.QUESTION && cut.lead().label() != null);
    List<Cut> accepted = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      Cut cut = cuts.get(i);
      boolean between =
          i > 0
              && i + 1 < cuts.size()
              && cuts.get(i - 1).lead().kind() == Lead.Kind.ANSWER
              && cuts.get(i + 1).lead().kind() == Lead.Kind.ANSWER;
      if (isCertain(cut, text) || (labelled && between && cut.lead().kind() == Lead.Kind.LABEL)) {
        accepted.add(cut);
      }
    }
    return accepted;
  }

  /** Where a label has words before it, the one that stands elsewhere without them. */
  private Cut exact(Cut cut) {
    String label = cut.lead().label();
    if (label == null || counts.get(label) > 1) {
      return cut;
    }
    for (int i = label.indexOf(' '); i >= 0; i = label.indexOf(' ', i + 1)) {
      String shorter = label.substring(i + 1);
      if (counts.getOrDefault(shorter, 0) > 1) {
        return new Cut(cut.at() + i + 1, new Lead(cut.lead().kind(), shorter, 0, false));
      }
    }
    return cut;
  }

  private static boolean has(List<Cut> cuts, Lead.Kind kind) {
    return cuts.stream().anyMatch(cut -> cut.lead().kind() == kind);
  }

  /** A marker, a name of the registries, a label in brackets, or one that comes again and again. */
  private boolean isCertain(Cut cut, String text) {
    return cut.lead().kind() != Lead.Kind.LABEL
        && (labels.isCertain(cut.lead().label())
            || (turns.bracketed() && LeadReader.opensBracket(text.charAt(cut.at())))
            || counts.get(cut.lead().label()) > 1);
  }

  /** Where a block's own marker or label ends, inside of which no turn begins. */
  private static int said(Lead own) {
    boolean marked = own.kind() == Lead.Kind.QUESTION || own.kind() == Lead.Kind.ANSWER;
    return marked ? own.start() : 0;
  }

  private List<Cut> candidates(Block block, int most) {
    String text = block.text();
    SentenceStarts starts = new SentenceStarts(block, turns, marks);
    int at = starts.next(Math.max(1, said(leads.read(text))));
    if (at == Places.NONE) {
      return List.of();
    }
    List<Cut> cuts = new ArrayList<>();
    while (at < text.length() && cuts.size() < most) {
      Lead lead = leads.lead(text.substring(at, Math.min(text.length(), at + SEEN)));
      boolean begins = lead.kind() != Lead.Kind.NONE && lead.kind() != Lead.Kind.DIVIDER;
      if (begins) {
        cuts.add(new Cut(at, lead));
      }
      at = starts.next(at + (begins ? Math.max(1, lead.start()) : 1));
    }
    return cuts;
  }
}
