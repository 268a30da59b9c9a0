package dev.podium.parse.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.PageIds;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.Hashes;
import dev.podium.parse.briefing.PageFacts;
import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.page.BodyDecoder;
import dev.podium.parse.yaml.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The local stack's sample pages, whose truth was written by hand and apart from the parser. */
class SamplesTest {

  private static final Path SAMPLES = Path.of("../deploy/local/src/main/samples");
  private static final BriefingParser PARSER =
      ParserFiles.read(null, SAMPLES.resolve("registries"));

  static Stream<JsonNode> samples() throws IOException {
    return PageSet.lines(SAMPLES.resolve("expected/briefings.jsonl")).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void isReadAsItsAuthorsMeantIt(JsonNode expected) throws IOException {
    byte[] body = Files.readAllBytes(file(expected.path("url").asText()));
    PageFacts facts = facts(expected, body);

    Briefing briefing = PARSER.parse(body, facts);

    assertThat(VisibleText.check(BodyDecoder.decode(body, null).text(), "text/html", briefing))
        .isEmpty();
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

  private static Path file(String url) {
    Path file = SAMPLES.resolve("site").resolve(url.substring("https://".length()));
    return file;
  }

  private static PageFacts facts(JsonNode expected, byte[] body) throws IOException {
    String source = expected.path("source").asText();
    Path file = SAMPLES.resolve("sources/" + source + ".yaml");
    Declaration declared = Declaration.read(file.toString(), Files.newInputStream(file));
    String url = CanonicalUrl.of(expected.path("url").asText());
    return new PageFacts(
        url,
        PageIds.of(url),
        source,
        declared.required("organisation"),
        declared.required("series"),
        declared.required("language"),
        declared.optional("dialect"),
        declared.required("timeZone"),
        1,
        Instant.parse("2026-03-20T00:00:00Z"),
        url,
        "text/html",
        null,
        Hashes.sha256(body));
  }
}
