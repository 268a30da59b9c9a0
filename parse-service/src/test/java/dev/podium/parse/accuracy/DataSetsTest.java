package dev.podium.parse.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.ParserFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real pages; skipped where the data sets are absent. */
class DataSetsTest {

  private static Path data;
  private static BriefingParser parser;

  @BeforeAll
  static void findData() {
    data = PageSet.data();
    assumeTrue(data != null, "no data sets beside the project: nothing to hold the parser to");
    parser = ParserFiles.read(null, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mfa-cn-zh", "white-house"})
  void everyCharacterOfAPageHasItsPlace(String set) throws IOException {
    assertThat(Promises.broken(PageSet.manifest(data.resolve(set)), parser)).isEmpty();
  }

  @Test
  void everyCharacterOfAMarkdownPageHasItsPlace() throws IOException {
    assertThat(Promises.broken(PageSet.markdown(data.resolve("white-house-md")), parser)).isEmpty();
  }

  @Test
  void theFirstPageGivesItsStatementAndItsEightQuestions() {
    Path file = data.resolve("seed/2017-03-01-fr.txt");
    PageSet.Entry entry =
        new PageSet.Entry(
            "seed",
            file,
            "https://www.fmprc.gov.cn/fra/xwfw/fyrth/lxjzzdh/t1442600.shtml",
            "text/plain",
            "mfa-cn-fr");
    byte[] body = entry.body();

    Briefing briefing = parser.parse(body, entry.facts(body));

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
