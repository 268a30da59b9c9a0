package dev.podium.parse.dialect;

import dev.podium.parse.language.LowerCase;
import dev.podium.parse.page.Layout;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a publisher marks up briefings. Data that rules read; there is no code for a publisher.
 *
 * @param generic whether it is for publishers that nobody described
 * @param defaults what a source of this dialect is, where nobody says
 * @param languageNames what the page calls other languages, to BCP 47
 * @param lines that belong to no exchange, by the reason for it
 * @param ends lines after which nobody of the briefing speaks
 * @param dividers lines after which something else begins
 * @param notices what only the closing notice after a divider says
 * @param notes the inner text of bracketed notes
 * @param titles lines that are a briefing's title, where the layout does not tell
 * @param holders where a title names who holds the briefing, in group 1
 */
public record Dialect(
    String id,
    boolean generic,
    Defaults defaults,
    Layout layout,
    Map<String, String> languageNames,
    LineReasons lines,
    LinePatterns ends,
    LinePatterns dividers,
    LinePatterns notices,
    LinePatterns notes,
    LinePatterns titles,
    LinePatterns holders,
    Turns turns) {

  /** The source's facts, each null where the dialect does not tell. */
  public record Defaults(String organisation, String series, String language, String timeZone) {}

  /**
   * How turns begin.
   *
   * @param questions words before a colon that begin a question, such as {@code Q}
   * @param answers words before a colon that begin an answer
   * @param followUps words before a colon, or at a label's end, that begin a follow-up question
   * @param afterwards words before a colon that begin a question put after the briefing
   * @param bare words that begin a question without a colon
   * @param dashes whether a dash after a word does as a colon does
   * @param askers labels of those who ask
   * @param speakers labels of those who answer
   * @param names labels that may be bare names of those who answer, if the page shows that they are
   * @param relays where a speaker says that another person asks what follows
   * @param persons where an asker's label names a person, in group 1; what else it says is an
   *     outlet
   * @param suffixes of askers' labels that are no part of an outlet's name
   * @param joiners between the outlets of joint askers
   * @param labels whether unknown labels are judged by what stands around them
   * @param bracketed whether labels stand in brackets
   * @param alone whether a label may be a line of its own, without colon; with {@code labels}, only
   *     on pages that have several
   * @param plays pairs of lines between which a recording is played, whose voices ask nobody
   * @param headings whether a short line before a turn is a heading
   * @param headed whether what stands before the first label is a heading and not said
   * @param relabelled whether a speaker's second label means that a question stood between
   */
  public record Turns(
      Set<String> questions,
      Set<String> answers,
      Set<String> followUps,
      Set<String> afterwards,
      Set<String> bare,
      boolean dashes,
      LinePatterns askers,
      LinePatterns speakers,
      LinePatterns names,
      LinePatterns relays,
      LinePatterns persons,
      List<String> suffixes,
      List<String> joiners,
      boolean labels,
      boolean bracketed,
      boolean alone,
      LinePatterns plays,
      boolean headings,
      boolean headed,
      boolean relabelled) {

    /**
     * The word as the dialect's sets of words have it: capitals make no other word, unless it is a
     * single letter.
     */
    public static String wordKey(String word) {
      return word.length() > 2 ? LowerCase.of(word) : word;
    }

    /** Whether a set of the dialect's words has this one. */
    public static boolean has(Set<String> words, String word) {
      return words.contains(wordKey(word));
    }
  }

  /** Longer lines say something. */
  private static final int LONGEST_LINE = 300;

  /**
   * The dialect, with what is furniture, an end, a divider or a note in all publishers' pages.
   *
   * @param common the dialect that has these
   */
  Dialect with(Dialect common) {
    return new Dialect(
        id,
        generic,
        defaults,
        layout,
        languageNames,
        lines.and(common.lines),
        ends.and(common.ends),
        dividers.and(common.dividers),
        notices.and(common.notices),
        notes.and(common.notes),
        titles,
        holders,
        turns);
  }

  /** Why a line belongs to no exchange, or null. */
  public String reason(String line) {
    return line.length() > LONGEST_LINE ? null : lines.of(line);
  }
}
