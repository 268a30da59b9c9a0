package dev.podium.parse.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Layout;
import dev.podium.parse.page.LineBreaks;
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

/** Labels on lines of their own, of a publisher that nobody described. */
class LoneLabelsTest {

  private static final List<Declaration> REGISTRIES =
      YamlFiles.shipped("registries", List.of("outlets", "spokespersons"));
  private static final LineBreaks NONE = new NoLineBreaks();

  /** The lines that are taken for labels, each once. */
  private static List<String> labels(String... lines) {
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
    List<Block> blocks = PageReader.read(html, "text/html", Layout.UNKNOWN, NONE).blocks();
    return reader.apart(blocks).stream()
        .map(Block::text)
        .filter(reader::isLoneLabel)
        .distinct()
        .toList();
  }

  @Test
  void comeAgainAndAgainBeforeWhatIsSaid() {
    assertThat(
            labels(
                "Minister Okoro",
                "Good morning to you all.",
                "Frage Brandt",
                "Wird es dabei bleiben?",
                "Minister Okoro",
                "Yes.",
                "Ada Lund, Harbour Times",
                "Since when?",
                "Minister Okoro",
                "Since Monday."))
        .containsExactly("Minister Okoro", "Frage Brandt", "Ada Lund, Harbour Times");
  }

  @Test
  void areNoHeadingsThatComeOnce() {
    assertThat(
            labels(
                "Fisheries", "The season opens on Monday.",
                "Harbours", "Two of them are closed.",
                "Bridges", "None is closed.",
                "Ferries", "They run again.",
                "Roads", "All are open.",
                "Schools", "They open on Tuesday."))
        .isEmpty();
  }

  @Test
  void areNotLookedForWhereTurnsAreMarked() {
    assertThat(
            labels(
                "Q: Is it so?",
                "A: It is.",
                "Minister Okoro",
                "He said so.",
                "Q: And the harbours?",
                "A: They are open.",
                "Minister Okoro",
                "He opened them.",
                "Q: All of them?",
                "A: All of them.",
                "Moderator",
                "The briefing ended at noon.",
                "Q: Was it long?",
                "A: It was."))
        .isEmpty();
  }

  @Test
  void areNeitherDatesNorLinks() {
    assertThat(
            labels(
                "Published 7 May 2024",
                "The text follows.",
                "Minister Okoro",
                "Good morning.",
                "<a href='/a'>Minister Okoro</a>",
                "Read this.",
                "Moderator",
                "Questions, please.",
                "Minister Okoro",
                "There are none.",
                "Moderator",
                "Then we are done."))
        .containsExactly("Minister Okoro", "Moderator");
  }
}
