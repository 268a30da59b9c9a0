package dev.podium.parse.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Labels on lines of their own, of a publisher that nobody described. */
class LoneLabelsTest {

  /** The lines that are taken for labels, each once. */
  private static List<String> labels(String... lines) {
    UnknownPage page = UnknownPage.of(lines);
    return page.lines().stream().filter(page.reader()::isLoneLabel).distinct().toList();
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
