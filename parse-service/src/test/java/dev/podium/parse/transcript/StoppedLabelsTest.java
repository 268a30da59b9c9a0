package dev.podium.parse.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Layout;
import dev.podium.parse.page.NoLineBreaks;
import dev.podium.parse.page.PageReader;
import dev.podium.parse.registry.Outlets;
import dev.podium.parse.registry.Spokespersons;
import dev.podium.parse.yaml.Declaration;
import dev.podium.parse.yaml.YamlFiles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Labels that end with a full stop, of a publisher that nobody described. */
class StoppedLabelsTest {

  private static final List<Declaration> REGISTRIES =
      YamlFiles.shipped("registries", List.of("outlets", "spokespersons"));

  /** The lines that begin a turn, but for questions. */
  private static List<String> spoken(String... lines) {
    TranscriptReader reader =
        new TranscriptReader(
            ParserFiles.dialects(null).generic(),
            Outlets.read(REGISTRIES),
            Spokespersons.read(REGISTRIES),
            null);
    String html =
        Arrays.stream(lines)
            .map(line -> "<p>" + line + "</p>")
            .collect(Collectors.joining("", "<main>", "</main>"));
    List<Block> blocks =
        PageReader.read(html, "text/html", Layout.UNKNOWN, new NoLineBreaks()).blocks();
    return reader.apart(blocks).stream()
        .map(Block::text)
        .filter(line -> !line.startsWith("Q.") && reader.startsSpeech(line))
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
