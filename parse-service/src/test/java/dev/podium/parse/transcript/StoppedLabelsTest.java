package dev.podium.parse.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Labels that end with a full stop, of a publisher that nobody described. */
class StoppedLabelsTest {

  /** The lines that begin a turn, but for questions. */
  private static List<String> spoken(String... lines) {
    UnknownPage page = UnknownPage.of(lines);
    return page.lines().stream()
        .filter(line -> !line.startsWith("Q.") && page.reader().startsSpeech(line))
        .toList();
  }

  @Test
  void standBehindQuestionsAndComeAgain() {
    assertThat(
            spoken(
                "Secretary Lindgren. Good evening.",
                "Q. Will the bridge open?",
                "Secretary Lindgren. On Sunday.",
                "Sunday Morning. That is what I said."))
        .containsExactly("Secretary Lindgren. Good evening.", "Secretary Lindgren. On Sunday.");
  }

  @Test
  void areNoShortSentencesOfAnswersWithoutLabels() {
    assertThat(
            spoken(
                "Q. Will the bridge open?",
                "Yes. On Sunday.",
                "Q. And the ferry?",
                "Yes. It sails until June.",
                "Q. Is that sure?",
                "Absolutely. It is."))
        .isEmpty();
  }

  @Test
  void areSentencesWhereNobodyAsks() {
    assertThat(spoken("The President. We met him.", "The President. He met us.")).isEmpty();
  }
}
