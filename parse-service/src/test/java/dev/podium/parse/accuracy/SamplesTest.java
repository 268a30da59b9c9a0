package dev.podium.parse.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.EventJson;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.ParserFiles;
import dev.podium.truth.JsonLines;
import dev.podium.truth.PageSets;
import dev.podium.truth.TruePage;
import dev.podium.truth.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The local stack's sample pages, whose truth was written by hand and apart from the parser. */
class SamplesTest {

  private static final Path SAMPLES = Path.of("../deploy/local/src/main/samples");
  private static final BriefingParser PARSER =
      ParserFiles.read(null, SAMPLES.resolve("registries"));

  static Stream<Arguments> samples() throws IOException {
    List<TruePage> pages = PageSets.below(SAMPLES).getFirst().pages();
    List<JsonNode> expected = JsonLines.read(SAMPLES.resolve("expected/briefings.jsonl"));
    return IntStream.range(0, pages.size())
        .mapToObj(i -> Arguments.of(pages.get(i), expected.get(i)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void isReadAsItsAuthorsMeantIt(TruePage page, JsonNode expected) {
    Verdict verdict = Readings.verdict(PARSER, page);

    Briefing briefing = verdict.briefing();
    assertThat(verdict.failures()).isEmpty();
    boolean rejected = expected.path("outcome").asText().equals("rejected");
    assertThat(briefing.rejection() != null).as("rejected").isEqualTo(rejected);
    if (!rejected) {
      compare(expected, briefing);
    }
  }

  private static void compare(JsonNode expected, Briefing briefing) {
    assertThat(briefing.title()).isEqualTo(expected.path("title").textValue());
    assertThat(String.valueOf(briefing.date())).isEqualTo(expected.path("date").asText());
    assertThat(String.valueOf(briefing.publishedOn()))
        .isEqualTo(expected.path("publishedOn").asText());
    assertThat(briefing.spokespersons().stream().map(Briefing.Spokesperson::id))
        .isEqualTo(texts(expected.path("spokespersons")));
    List<Exchange> questions =
        briefing.exchanges().stream().filter(e -> e.question() != null).toList();
    assertThat(questions).hasSize(expected.path("questions").asInt());
    assertThat(briefing.exchanges().size() - questions.size())
        .as("statements")
        .isEqualTo(expected.path("statements").asInt());
    if (!questions.isEmpty()) {
      assertThat(fold(questions.getFirst().question().text()))
          .isEqualTo(fold(expected.path("firstQuestion").asText()));
      assertThat(fold(questions.getLast().answer().text()))
          .isEqualTo(fold(expected.path("lastAnswer").asText()));
    }
    compareAskers(expected.path("askers"), questions);
    assertThat(EventJson.MAPPER.valueToTree(briefing.languageLinks()).toString())
        .isEqualTo(expected.path("languageLinks").toString());
  }

  private static void compareAskers(JsonNode expected, List<Exchange> questions) {
    for (int i = 0; i < expected.size(); i++) {
      Exchange.Asker asker = questions.get(i).question().asker();
      if (expected.get(i).has("label")) {
        assertThat(asker.label())
            .as("asker of question " + (i + 1))
            .isEqualTo(expected.get(i).path("label").textValue());
      }
      assertThat(asker.outlets().stream().map(Exchange.Outlet::id))
          .as("outlets of question " + (i + 1))
          .isEqualTo(texts(expected.get(i).path("outlets")));
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.textValue()));
    return texts;
  }

  private static String fold(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
