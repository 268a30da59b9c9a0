package dev.podium.parse.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.ParserFiles;
import dev.podium.truth.Aspect;
import dev.podium.truth.PageSets;
import dev.podium.truth.Tally;
import dev.podium.truth.TruePage;
import dev.podium.truth.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real pages; skipped where the data sets are absent. */
class DataSetsTest {

  private static Path data;
  private static BriefingParser parser;

  @BeforeAll
  static void findData() {
    data = PageSets.data(Path.of(".."));
    assumeTrue(
        Files.isDirectory(data), "no data sets beside the project: nothing to hold the parser to");
    parser = ParserFiles.read(null, null);
  }

  private static Tally read(String set) {
    return Readings.tally(parser, PageSets.named(data, set));
  }

  @Test
  void chinesePagesGiveTheExpectedPairsAndCounts() {
    Tally tally = read("mfa-cn-zh");

    assertThat(tally.failures(Aspect.PROMISES)).isEmpty();
    assertThat(tally.failures(Aspect.PAIRS))
        .allMatch(failure -> failure.contains("html/106.html"))
        .hasSizeLessThan(2);
    assertThat(tally.failures(Aspect.COUNTS)).isEmpty();
    assertThat(tally.verdicts())
        .extracting(Verdict::briefing)
        .allSatisfy(
            briefing -> {
              assertThat(briefing.date()).isNotNull();
              assertThat(briefing.publishedOn()).isNotNull();
            });
  }

  @Test
  void whiteHouseParagraphsThatBeginWithQBeginQuestions() {
    Tally tally = read("white-house");

    assertThat(tally.failures(Aspect.PROMISES)).isEmpty();
    assertThat(tally.rejections()).isEmpty();
    assertThat(tally.asked(Aspect.TURNS)).isPositive();
    assertThat(tally.share(Aspect.TURNS)).isGreaterThanOrEqualTo(0.995);
  }

  @Test
  void markdownPagesHaveTheTitlesAndDatesOfTheirFrontMatter() {
    Tally tally = read("white-house-md");

    assertThat(tally.failures(Aspect.PROMISES)).isEmpty();
    assertThat(tally.failures(Aspect.TITLES)).isEmpty();
    assertThat(tally.failures(Aspect.DATES)).isEmpty();
    assertThat(tally.share(Aspect.TURNS)).isGreaterThanOrEqualTo(0.995);
  }

  @Test
  void mexicanTurnsAreInTheRightMouth() {
    Tally tally = read("mx-presidency/turns");

    assertThat(tally.failures(Aspect.PROMISES)).isEmpty();
    assertThat(tally.failures(Aspect.DATES)).isEmpty();
    assertThat(tally.asked(Aspect.TURNS)).isPositive();
    assertThat(tally.share(Aspect.TURNS)).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void theFirstPageGivesItsStatementAndItsEightQuestions() {
    TruePage page = PageSets.named(data, "seed").pages().getFirst();

    Verdict verdict = Readings.verdict(parser, page);

    Briefing briefing = verdict.briefing();
    assertThat(verdict.failures()).isEmpty();
    assertThat(briefing.rejection()).isNull();
    assertThat(briefing.date()).isEqualTo("2017-03-01");
    assertThat(briefing.publishedOn()).isEqualTo("2017-03-01");
    assertThat(briefing.spokespersons())
        .singleElement()
        .satisfies(person -> assertThat(person.id()).isEqualTo("geng-shuang"));
    assertThat(briefing.exchanges()).hasSize(9);
    assertThat(briefing.exchanges().getFirst().question()).isNull();
    assertThat(briefing.exchanges().getFirst().answer().parts().getFirst().segments()).hasSize(5);
    assertThat(
            briefing.exchanges().stream()
                .skip(1)
                .map(exchange -> exchange.answer().parts().getFirst().segments().size()))
        .isEqualTo(List.of(6, 1, 4, 3, 1, 1, 1, 3));
    assertThat(briefing.leftovers())
        .extracting(Briefing.Leftover::reason)
        .containsExactly("furniture", "title", "date", "furniture");
  }
}
