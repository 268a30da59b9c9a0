package dev.podium.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.EventJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidByTest {

  private static final String BRIEFING =
      """
      {"id": "x", "version": 1, "coverage": 1, "exchanges": [
        {"ordinal": 1, "answer": {"text": "Good morning."}},
        {"ordinal": 2, "question": {"text": "Is it so? Really?"}, "answer": {"text": "Yes.\\nIt is so."}},
        {"ordinal": 3, "question": {"text": "Yes."}, "answer": {"text": "Good."}}]}
      """;

  private final SaidBy said =
      new SaidBy(EventJson.read(BRIEFING.getBytes(StandardCharsets.UTF_8), Briefing.class));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ASKER | Is it  so? | true",
        "ASKER | Really? | false",
        "ASKER | Yes. | true",
        "ASKER | It is so. | false",
        "ASKER | Is it so? Really? Yes. | false",
        "PODIUM | Good morning. | true",
        "PODIUM | Yes. It is so. | true",
        "PODIUM | Is it so? | false",
        "PODIUM | It is not so. | false"
      })
  void everyTurnIsInOneMouth(Truth.Side side, String text, boolean right) {
    assertThat(said.next(new Truth.Turn(side, text))).isEqualTo(right);
  }
}
