package dev.podium.truth;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known of a page beside it. Null, or an empty list, is what nobody wrote down.
 *
 * @param date of the briefing
 * @param publishedOn of the page
 * @param questions how many are asked
 * @param pairs that the page holds; there may be others
 * @param turns in the order of the page; between them may be others
 */
public record Truth(
    String title,
    LocalDate date,
    LocalDate publishedOn,
    Integer questions,
    List<Pair> pairs,
    List<Turn> turns) {

  /** Where nothing is known. */
  public static final Truth NONE = new Truth(null, null, null, null, List.of(), List.of());

  public Truth {
    pairs = List.copyOf(pairs);
    turns = List.copyOf(turns);
  }

  /**
   * A question with its answer, perhaps with the speakers' labels before them.
   *
   * @param question null for a statement
   * @param answer null for a question without one
   */
  public record Pair(String question, String answer) {}

  /** What one person said at a stretch. */
  public record Turn(Side side, String text) {}

  /** Who speaks. */
  public enum Side {
    ASKER,
    PODIUM
  }
}
