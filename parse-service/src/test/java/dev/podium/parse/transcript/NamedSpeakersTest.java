package dev.podium.parse.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Layout;
import dev.podium.parse.page.LineBreaks;
import dev.podium.parse.page.NoLineBreaks;
import dev.podium.parse.page.PageReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Bare family names before colons. */
class NamedSpeakersTest {

  private static final LineBreaks NONE = new NoLineBreaks();

  private static Set<String> names(String... lines) {
    String html =
        Arrays.stream(lines)
            .map(line -> "<p>" + line + "</p>")
            .collect(Collectors.joining("", "<main>", "</main>"));
    List<Block> blocks = PageReader.read(html, "text/html", Layout.UNKNOWN, NONE).blocks();
    return NamedSpeakers.find(ParserFiles.dialects(null).find("de-bund-de"), blocks);
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
}
