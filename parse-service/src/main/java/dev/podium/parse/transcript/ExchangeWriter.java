package dev.podium.parse.transcript;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Segment;
import dev.podium.contracts.briefing.Warning;
import dev.podium.contracts.identity.ExchangeIds;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.CodePoints;
import dev.podium.parse.registry.Spokespersons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes drafts as exchanges of the contract. */
final class ExchangeWriter {

  private final Dialect dialect;
  private final Askers askers;
  private final Spokespersons spokespersons;
  private final Context context;
  private final Map<String, Exchange.Speaker> speakers = new LinkedHashMap<>();

  /**
   * What the transcript is part of.
   *
   * @param codePoints of the decoded body, which segments count in
   * @param holders those whom the title names
   */
  record Context(
      String briefingId,
      CodePoints codePoints,
      String organisation,
      String language,
      List<Briefing.Spokesperson> holders) {}

  ExchangeWriter(Dialect dialect, Askers askers, Spokespersons spokespersons, Context context) {
    this.dialect = dialect;
    this.askers = askers;
    this.spokespersons = spokespersons;
    this.context = context;
  }

  /** Who spoke for the podium, in the order of their first words. */
  List<Exchange.Speaker> speakers() {
    return List.copyOf(speakers.values());
  }

  List<Exchange> write(List<Draft> drafts) {
    List<String> said = drafts.stream().map(ExchangeWriter::said).toList();
    List<String> ids = ids(drafts, said);
    int[] covering = covering(drafts);
    int[] followed = followed(drafts);
    List<Exchange> exchanges = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      Exchange.Question question = draft.isQuestion() ? question(draft, said.get(i)) : null;
      exchanges.add(exchange(draft, question, ids, i, covering[i], followed[i]));
    }
    return exchanges;
  }

  /** What an exchange is known by: a question's text, or a statement's. */
  private static String said(Draft draft) {
    return text(pieces(draft.isQuestion() ? List.of(draft.question()) : draft.answers()));
  }

  private List<String> ids(List<Draft> drafts, List<String> said) {
    ExchangeIds source = new ExchangeIds(context.briefingId());
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      ids.add(source.next(drafts.get(i).kind(), said.get(i)));
    }
    return ids;
  }

  private static List<Piece> pieces(List<Turn> turns) {
    if (turns.size() == 1) {
      return turns.getFirst().pieces();
    }
    List<Piece> pieces = new ArrayList<>();
    turns.forEach(turn -> pieces.addAll(turn.pieces()));
    return pieces;
  }

  private static String text(List<Piece> pieces) {
    if (pieces.size() == 1) {
      return pieces.getFirst().text();
    }
    List<String> texts = new ArrayList<>(pieces.size());
    pieces.forEach(piece -> texts.add(piece.text()));
    return String.join("\n", texts);
  }

  private Exchange exchange(
      Draft draft,
      Exchange.Question question,
      List<String> ids,
      int index,
      int covered,
      int followed) {
    Exchange.Answer answer = answer(draft.answers());
    int covering = answer == null ? covered : -1;
    return new Exchange(
        ids.get(index),
        index + 1,
        draft.kind(),
        answered(draft, answer, covering),
        question,
        answer,
        followed < 0 ? null : ids.get(followed),
        covering < 0 ? null : ids.get(covering),
        warnings(draft));
  }

  private static Exchange.Answered answered(Draft draft, Exchange.Answer answer, int covering) {
    if (!draft.isQuestion()) {
      return null;
    }
    if (answer != null) {
      return Exchange.Answered.HERE;
    }
    return covering < 0 ? Exchange.Answered.NO : Exchange.Answered.ELSEWHERE;
  }

  /** For each exchange the next one with an answer, past nothing but questions; or -1. */
  private static int[] covering(List<Draft> drafts) {
    int[] covering = new int[drafts.size()];
    int next = -1;
    for (int i = drafts.size() - 1; i >= 0; i--) {
      covering[i] = next;
      Draft draft = drafts.get(i);
      if (!draft.isQuestion()) {
        next = -1;
      } else if (!draft.answers().isEmpty()) {
        next = i;
      }
    }
    return covering;
  }

  /** For each exchange that follows up the question before it; otherwise -1. */
  private static int[] followed(List<Draft> drafts) {
    int[] followed = new int[drafts.size()];
    int question = -1;
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      boolean followsUp = draft.isQuestion() && draft.question().lead().followUp();
      followed[i] = followsUp ? question : -1;
      question = draft.isQuestion() ? i : question;
    }
    return followed;
  }

  private static List<Warning> warnings(Draft draft) {
    List<Warning> warnings = new ArrayList<>();
    if (draft.isQuestion() && draft.question().isUnmarked()) {
      warnings.add(
          new Warning("unmarked-question", "nothing marks the question; its place tells it"));
    }
    if (draft.isQuestion() && draft.question().lead().kind() == Lead.Kind.RELAYED) {
      warnings.add(new Warning("relayed-question", "the podium reads it out; see there who asks"));
    }
    if (draft.isQuestion() && draft.answers().stream().anyMatch(Turn::isUnmarked)) {
      warnings.add(new Warning("unmarked-answer", "nothing marks the answer; its place tells it"));
    }
    String unread = UnreadLabels.first(draft);
    if (unread != null) {
      warnings.add(new Warning("label-unread", "a paragraph begins like a turn: " + unread));
    }
    return warnings;
  }

  private Exchange.Question question(Draft draft, String text) {
    Turn turn = draft.question();
    return new Exchange.Question(
        text,
        askers.read(turn.lead().label()),
        segments(turn.pieces()),
        NoteFinder.find(text, dialect.notes()));
  }

  private Exchange.Answer answer(List<Turn> turns) {
    List<Exchange.Part> parts = new ArrayList<>();
    for (List<Turn> spoken : bySpeaker(turns)) {
      List<Piece> pieces = pieces(spoken);
      Exchange.Speaker speaker = speaker(spoken.getFirst());
      parts.add(new Exchange.Part(speaker, text(pieces), segments(pieces)));
    }
    if (parts.isEmpty()) {
      return null;
    }
    String text =
        parts.size() == 1
            ? parts.getFirst().text()
            : String.join("\n", parts.stream().map(Exchange.Part::text).toList());
    return new Exchange.Answer(text, parts, NoteFinder.find(text, dialect.notes()));
  }

  /** Turns that say something, those of one label that follow each other together. */
  private static List<List<Turn>> bySpeaker(List<Turn> turns) {
    List<List<Turn>> groups = new ArrayList<>();
    String label = null;
    for (Turn turn : turns) {
      if (turn.pieces().isEmpty()) {
        continue;
      }
      if (groups.isEmpty() || !Objects.equals(label, turn.lead().label())) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(turn);
      label = turn.lead().label();
    }
    return groups;
  }

  private Exchange.Speaker speaker(Turn turn) {
    String label = turn.lead().label();
    if (label == null) {
      return null;
    }
    return speakers.computeIfAbsent(
        label,
        name ->
            spokespersons.speaker(
                name, context.organisation(), context.language(), context.holders()));
  }

  private List<Segment> segments(List<Piece> pieces) {
    List<Segment> segments = new ArrayList<>();
    for (Piece piece : pieces) {
      int start = piece.block().sourceStart(piece.from());
      int end = piece.block().sourceEnd(piece.block().text().length());
      segments.add(new Segment(context.codePoints().at(start), context.codePoints().at(end)));
    }
    return segments;
  }
}
