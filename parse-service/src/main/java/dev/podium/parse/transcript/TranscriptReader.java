package dev.podium.parse.transcript;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.CodePoints;
import dev.podium.parse.registry.Outlets;
import dev.podium.parse.registry.Spokespersons;
import java.util.List;

/** Reads the blocks of a page's body as turns, and turns as exchanges. */
public final class TranscriptReader {

  private final Dialect dialect;
  private final Outlets outlets;
  private final Spokespersons spokespersons;
  private final String organisation;
  private final LeadReader leads;
  private final Labels labels;

  public TranscriptReader(
      Dialect dialect, Outlets outlets, Spokespersons spokespersons, String organisation) {
    this.dialect = dialect;
    this.outlets = outlets;
    this.spokespersons = spokespersons;
    this.organisation = organisation;
    this.labels = new Labels(dialect, outlets, spokespersons, organisation);
    this.leads = new LeadReader(dialect, labels);
  }

  /** The blocks with every turn at the beginning of one, also where the page ran turns together. */
  public List<Block> apart(List<Block> blocks) {
    labels.expect(NamedSpeakers.find(dialect, blocks));
    leads.expectLabels(blocks);
    return new RunTogether(leads, labels, dialect).cut(blocks);
  }

  /** Whether a line certainly begins a turn. */
  public boolean startsTurn(String line) {
    Lead.Kind kind = leads.lead(line.strip()).kind();
    return begins(kind) || kind == Lead.Kind.DIVIDER;
  }

  /** Whether a line begins a question or an answer, by marker or known label. */
  public boolean startsSpeech(String line) {
    return begins(leads.read(line).kind()) || leads.isLone(line);
  }

  private static boolean begins(Lead.Kind kind) {
    return kind == Lead.Kind.QUESTION || kind == Lead.Kind.ANSWER || kind == Lead.Kind.VOICE;
  }

  /** Whether a line that begins a turn has nothing behind its colon. */
  public boolean saysNothing(String line) {
    return Marks.isColon(line.charAt(line.length() - 1))
        && leads.read(line).start() >= line.length();
  }

  /** Whether a line is a label and nothing else, on a page that has such. */
  public boolean isLoneLabel(String line) {
    return leads.isLone(line);
  }

  /**
   * Reads a body.
   *
   * @param codePoints of the page's decoded body, which segments count in
   * @param holders those whom the title names
   */
  public Transcript read(
      String briefingId,
      CodePoints codePoints,
      List<Block> blocks,
      String title,
      String language,
      List<Briefing.Spokesperson> holders) {
    Askers askers = new Askers(dialect.turns(), outlets, language);
    List<Lead> found = leads.read(blocks.stream().map(Block::text).toList());
    found = LabelJudge.judge(blocks, LoneTurns.decide(blocks, found), title);
    found = new Topics(labels, language).withdraw(blocks, found);
    found = Relays.find(dialect.turns().relays(), blocks, found);
    found = BoldQuestions.find(blocks, found);
    found =
        new Translations(
                askers, label -> spokespersons.speaker(label, organisation, language, holders))
            .join(blocks, found);
    DraftReader.Drafts drafts =
        DraftReader.read(dialect, TurnReader.read(dialect.turns(), blocks, found));
    ExchangeWriter writer =
        new ExchangeWriter(
            dialect,
            askers,
            spokespersons,
            new ExchangeWriter.Context(briefingId, codePoints, organisation, language, holders));
    List<Exchange> exchanges = writer.write(drafts.exchanges());
    int aside = drafts.asides().stream().mapToInt(a -> a.block().style().visible()).sum();
    int all = blocks.stream().mapToInt(block -> block.style().visible()).sum();
    return new Transcript(exchanges, drafts.asides(), writer.speakers(), all - aside);
  }
}
