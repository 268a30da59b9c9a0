package dev.podium.kit.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Segment;
import dev.podium.contracts.change.TextDiff;
import java.util.ArrayList;
import java.util.List;

/**
 * Which words of two texts differ; words as Unicode breaks them (UAX 29), by dictionary in Chinese.
 */
public final class WordDiff {

  /**
   * The time to compare grows with the product of the words that differ; beyond, all of them do.
   */
  private static final long MOST_PAIRS = 4_000_000;

  private final String path;
  private final Words before;
  private final Words after;

  private WordDiff(String path, Words before, Words after) {
    this.path = path;
    this.before = before;
    this.after = after;
  }

  /**
   * The texts that differ and are there both before and after.
   *
   * @param language BCP 47
   */
  public static List<TextDiff> of(Exchange before, Exchange after, String language) {
    List<TextDiff> diffs = new ArrayList<>();
    add(diffs, "question.text", question(before), question(after), language);
    add(diffs, "answer.text", answer(before), answer(after), language);
    return diffs;
  }

  private static String question(Exchange exchange) {
    return exchange == null || exchange.question() == null ? null : exchange.question().text();
  }

  private static String answer(Exchange exchange) {
    return exchange == null || exchange.answer() == null ? null : exchange.answer().text();
  }

  private static void add(
      List<TextDiff> diffs, String path, String before, String after, String language) {
    if (before != null && after != null && !before.equals(after)) {
      diffs.add(new WordDiff(path, Words.of(before, language), Words.of(after, language)).diff());
    }
  }

  /** Words and what stands between them, each with where it starts in code points. */
  private record Words(List<String> words, List<Integer> starts) {

    static Words of(String text, String language) {
      BreakIterator breaks = BreakIterator.getWordInstance(ULocale.forLanguageTag(language));
      breaks.setText(text);
      List<String> words = new ArrayList<>();
      List<Integer> starts = new ArrayList<>();
      int from = breaks.first();
      int codePoints = 0;
      for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
        words.add(text.substring(from, to));
        starts.add(codePoints);
        codePoints += text.codePointCount(from, to);
        from = to;
      }
      starts.add(codePoints);
      return new Words(words, starts);
    }

    Segment stretch(int from, int to) {
      return new Segment(starts.get(from), starts.get(to));
    }

    boolean isBlank(int from, int to) {
      return words.subList(from, to).stream().allMatch(String::isBlank);
    }

    List<String> part(int from, int to) {
      return words.subList(from, to);
    }

    int size() {
      return words.size();
    }
  }

  private TextDiff diff() {
    int same = sameStart();
    int sameEnd = sameEnd(same);
    int beforeEnd = before.size() - sameEnd;
    int afterEnd = after.size() - sameEnd;
    if ((long) (beforeEnd - same) * (afterEnd - same) > MOST_PAIRS) {
      return new TextDiff(
          path, List.of(before.stretch(same, beforeEnd)), List.of(after.stretch(same, afterEnd)));
    }
    List<Chunk<String>> removed = new ArrayList<>();
    List<Chunk<String>> added = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(before.part(same, beforeEnd), after.part(same, afterEnd)).getDeltas()) {
      removed.add(delta.getSource());
      added.add(delta.getTarget());
    }
    return new TextDiff(path, stretches(before, same, removed), stretches(after, same, added));
  }

  private int sameStart() {
    int most = Math.min(before.size(), after.size());
    int same = 0;
    while (same < most && before.words().get(same).equals(after.words().get(same))) {
      same++;
    }
    return same;
  }

  private int sameEnd(int start) {
    int most = Math.min(before.size(), after.size()) - start;
    int same = 0;
    while (same < most
        && before
            .words()
            .get(before.size() - 1 - same)
            .equals(after.words().get(after.size() - 1 - same))) {
      same++;
    }
    return same;
  }

  /** Two of them with nothing but blanks between are one for a reader. */
  private static List<Segment> stretches(Words words, int offset, List<Chunk<String>> chunks) {
    List<Segment> stretches = new ArrayList<>();
    int from = -1;
    int to = -1;
    for (Chunk<String> chunk : chunks) {
      int start = offset + chunk.getPosition();
      int end = start + chunk.size();
      if (start == end) {
        continue;
      }
      if (from >= 0 && !words.isBlank(to, start)) {
        stretches.add(words.stretch(from, to));
        from = -1;
      }
      from = from < 0 ? start : from;
      to = end;
    }
    if (from >= 0) {
      stretches.add(words.stretch(from, to));
    }
    return stretches;
  }
}
