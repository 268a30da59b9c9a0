package dev.podium.kit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Segment;
import dev.podium.contracts.change.TextDiff;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDiffTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "en | We are open to joint patrols. | We are not open to joint patrols. | | [not ]",
        "en | We are open. | We were closed. | [are open] | [were closed]",
        "fr | L'accord est signé. | L'accord sera signé. | [est] | [sera]",
        "zh | 中方反对外部势力干涉。 | 中方坚决反对外部势力干涉。 | | [坚决]",
        "zh | 我们欢迎各国合作。 | 我们支持各国合作。 | [欢迎] | [支持]",
        "ar | نحن نؤيد الحوار | نحن نرفض الحوار | [نؤيد] | [نرفض]",
        "ru | Мы поддерживаем диалог. | Мы не поддерживаем диалог. | | [не ]",
        "en | 😀 yes, 😀 yes | 😀 yes, 😀 no | [yes] | [no]"
      })
  void namesTheWordsThatDiffer(
      String language, String before, String after, String removed, String added) {
    TextDiff diff = WordDiff.of(answered(before), answered(after), language).getFirst();

    assertThat(diff.path()).isEqualTo("answer.text");
    assertThat(words(before, diff.removed())).isEqualTo(removed == null ? "" : removed);
    assertThat(words(after, diff.added())).isEqualTo(added == null ? "" : added);
  }

  @Test
  void whatIsEqualOrNotThereHasNoWords() {
    assertThat(WordDiff.of(answered("Oui."), answered("Oui."), "fr")).isEmpty();
    assertThat(WordDiff.of(null, answered("Oui."), "fr")).isEmpty();
    assertThat(WordDiff.of(answered("Oui."), null, "fr")).isEmpty();
  }

  @Test
  void whatIsLeftInBothIsTheSame() {
    String before = "one two three four five six seven. ".repeat(40);
    String after = before.replace("three", "3").replace(" six", "") + "And more.";
    TextDiff diff = WordDiff.of(answered(before), answered(after), "en").getFirst();

    assertThat(without(before, diff.removed())).isEqualTo(without(after, diff.added()));
  }

  @Test
  void hugeTextsWithNothingInCommonEndSoon() {
    String before = "word ".repeat(500_000);
    String after = "другое ".repeat(500_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () ->
            assertThat(WordDiff.of(answered(before), answered(after), "und").getFirst().removed())
                .hasSize(1));
  }

  private static Exchange answered(String text) {
    return new Exchange(
        "aaaaaaaaaaaaaaaa",
        1,
        Exchange.Kind.STATEMENT,
        null,
        null,
        new Exchange.Answer(text, List.of(), List.of()),
        null,
        null,
        List.of());
  }

  private static String words(String text, List<Segment> stretches) {
    StringBuilder words = new StringBuilder();
    stretches.forEach(one -> words.append('[').append(part(text, one)).append(']'));
    return words.toString();
  }

  private static String without(String text, List<Segment> stretches) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (Segment one : stretches) {
      rest.append(part(text, new Segment(from, one.start())));
      from = one.end();
    }
    return rest.append(part(text, new Segment(from, text.codePointCount(0, text.length()))))
        .toString();
  }

  private static String part(String text, Segment stretch) {
    return text.substring(
        text.offsetByCodePoints(0, stretch.start()), text.offsetByCodePoints(0, stretch.end()));
  }
}
