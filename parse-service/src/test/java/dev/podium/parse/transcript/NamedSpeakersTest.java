package dev.podium.parse.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.parse.briefing.ParserFiles;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bare family names before colons. */
class NamedSpeakersTest {

  private static Set<String> names(String... lines) {
    return NamedSpeakers.find(
        ParserFiles.dialects(null).find("de-bund-de"), UnknownPage.blocks(lines));
  }

  @Test
  void areLabelsWhereAHeadingListsThem() {
    assertThat(
            names(
                "Sprecher: StS Amsel, Kranich (BMG), von Rabe-Specht (BMF)",
                "Frage: Wann?",
                "Kranich: Bald.",
                "von Rabe-Specht: Morgen.",
                "Offen: Ob es regnet."))
        .containsExactlyInAnyOrder("Kranich", "von Rabe-Specht");
  }

  @Test
  void areLabelsWhereNothingElseIsBold() {
    assertThat(
            names(
                "<b>Kranich:</b> Bald.",
                "<b>van Uhl</b>: Morgen.",
                "<b>Bald: Das ist alles</b> gesagt.",
                "<b>Offen: Ob es regnet.</b>"))
        .containsExactlyInAnyOrder("Kranich", "van Uhl");
  }

  @Test
  void areLabelsWhereTheyComeAgain() {
    assertThat(names("Kranich: Bald.", "Offen: Ob es regnet.", "Kranich: Morgen."))
        .containsExactly("Kranich");
  }

  @Test
  void areNoWordsThatBeginAQuestion() {
    assertThat(names("Frage: Wann?", "Frage: Wo?", "Zusatzfrage: Wie?", "Zusatzfrage: Wer?"))
        .isEmpty();
  }

  /** A page lists its speakers once, or a few times: more lists than that are nobody's work. */
  @Test
  void areLookedForInTheFirstLists() {
    String[] lines = new String[19];
    Arrays.fill(lines, "Sprecher: StS Amsel");
    lines[15] = "Sprecher: StS Kranich";
    lines[16] = "Sprecher: StS Specht";
    lines[17] = "Kranich: Bald.";
    lines[18] = "Specht: Morgen.";

    assertThat(names(lines)).containsExactly("Kranich");
  }
}
