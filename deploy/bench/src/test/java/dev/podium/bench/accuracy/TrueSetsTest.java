package dev.podium.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.podium.bench.pages.PageSets;
import dev.podium.bench.pages.TrueSets;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.ParserFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is promised of pages whose truth is known; the real ones are skipped where absent. */
class TrueSetsTest {

  private static final Path ROOT = Path.of("../..");
  private static final BriefingParser PARSER = ParserFiles.read(null, null);

  @Test
  void goldenPagesAreReadAsTheirAuthorsMeantThem() {
    SetReport report = SetReport.of(TrueSets.golden(ROOT), PARSER, null);

    assertThat(report.wrong()).isEmpty();
    assertThat(report.pairs().known()).isGreaterThan(300);
  }

  @Test
  void chinesePagesGiveEveryPairAndCount() {
    SetReport report = real("mfa-cn-zh");

    assertThat(report.wrong())
        .as("106's pair is not on its page")
        .hasSize(1)
        .allMatch(line -> line.startsWith("html/106.html: pair: "));
    assertThat(report.counts().known()).isGreaterThan(200);
  }

  @Test
  void americanQuestionsStartWhereTheyAreMarked() {
    assertThat(real("white-house").turns().share()).isGreaterThan(0.995);
  }

  @Test
  void markdownGivesEveryTitleAndDate() {
    SetReport report = real("white-house-md");

    assertThat(report.wrong()).isEmpty();
    assertThat(report.titles().known()).isPositive();
  }

  @Test
  void mexicanTurnsAreTheirSpeakers() {
    assertThat(real("mx-presidency").turns().share()).isGreaterThan(0.99);
  }

  private static SetReport real(String set) {
    Path folder = PageSets.data(ROOT).resolve(set);
    assumeTrue(Files.isDirectory(folder), "no real pages: " + folder);
    return SetReport.of(TrueSets.in(folder).orElseThrow(), PARSER, null);
  }
}
