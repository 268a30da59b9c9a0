package dev.podium.parse.transcript;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Finds paragraphs that begin like a turn and were read as none, where what stands around them
 * makes that doubtful: in what a speaker says who is then named again, as if somebody had asked;
 * and in a question without an answer, as if somebody had answered.
 */
final class UnreadLabels {

  private static final int LONGEST = 80;
  private static final Pattern ASIDE = Pattern.compile("[(\uff08][^)\uff09]*[)\uff09]|,|\uff0c");
  private static final Pattern BLANKS = Pattern.compile(" +");

  /** The first such label of an exchange, or null. */
  static String first(Draft draft) {
    List<Turn> answers = draft.answers();
    if (draft.isQuestion() && answers.isEmpty()) {
      return answering(draft.question().pieces());
    }
    for (int i = 0; i + 1 < answers.size(); i++) {
      boolean again =
          Objects.equals(answers.get(i).lead().label(), answers.get(i + 1).lead().label());
      String label = again ? asking(answers.get(i).pieces()) : null;
      if (label != null) {
        return label;
      }
    }
    return null;
  }

  /** A label of several words, or of one before what asks: {@code He said:} is of one, too. */
  private static String asking(List<Piece> pieces) {
    int last = lastAsking(pieces);
    for (int i = 0; i < pieces.size(); i++) {
      String label = label(pieces.get(i));
      if (label != null && (label.indexOf(' ') > 0 || i <= last)) {
        return label;
      }
    }
    return null;
  }

  /** A label behind what asks and before what does not. */
  private static String answering(List<Piece> pieces) {
    int last = lastAsking(pieces);
    for (int i = last + 1; last >= 0 && i < pieces.size(); i++) {
      String label = label(pieces.get(i));
      if (label != null) {
        return label;
      }
    }
    return null;
  }

  private static int lastAsking(List<Piece> pieces) {
    int last = pieces.size() - 1;
    while (last >= 0 && !asks(pieces.get(last))) {
      last--;
    }
    return last;
  }

  private static boolean asks(Piece piece) {
    return Marks.asks(piece.block().text(), piece.from());
  }

  /** What stands before the colon of a paragraph, if it looks like somebody's name; or null. */
  private static String label(Piece piece) {
    String line = piece.block().text();
    int colon = piece.from() == 0 ? Marks.colon(line, 0, LONGEST) : -1;
    if (colon <= 0 || !Character.isLetter(line.codePointAt(0))) {
      return null;
    }
    String label = line.substring(0, colon).strip();
    String bare = BLANKS.matcher(ASIDE.matcher(label).replaceAll(" ")).replaceAll(" ").strip();
    return LabelShape.looksLikeName(bare) ? label : null;
  }

  private UnreadLabels() {}
}
