package dev.podium.bench.pages;

import java.util.List;

/**
 * What is known of a page beside what the parser says, as far as somebody wrote it down.
 *
 * @param title null where nobody did
 * @param date of the conference, {@code YYYY-MM-DD}, or null
 * @param questions how many there are, or null
 * @param pairs questions with their answers, word by word; labels may stand before them
 * @param turns what is said, each by one voice
 */
public record Truth(
    String title, String date, Integer questions, List<Pair> pairs, List<Turn> turns) {

  /** Where nothing is known. */
  public static final Truth NONE = new Truth(null, null, null, List.of(), List.of());

  public Truth {
    pairs = List.copyOf(pairs);
    turns = List.copyOf(turns);
  }

  /** A question and its whole answer, null where it has none. */
  public record Pair(String question, String answer) {}

  /**
   * What one voice says.
   *
   * @param asks whether it is a reporter's
   * @param text from its first word on
   */
  public record Turn(boolean asks, String text) {}
}
