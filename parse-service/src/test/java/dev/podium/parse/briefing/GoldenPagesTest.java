package dev.podium.parse.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.BriefingJson;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Note;
import dev.podium.contracts.briefing.Warning;
import dev.podium.contracts.event.EventJson;
import dev.podium.parse.accuracy.Readings;
import dev.podium.truth.PageSets;
import dev.podium.truth.TruePage;
import dev.podium.truth.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages in every form that briefings come in. */
class GoldenPagesTest {

  private static final BriefingParser PARSER = ParserFiles.read(null, null);

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  static Stream<TruePage> pages() {
    return PageSets.below(FOLDER).getFirst().pages().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void saysWhatWasWrittenDownByHand(TruePage page) throws IOException {
    JsonNode expected =
        EventJson.MAPPER.readTree(Files.readAllBytes(page.path().resolveSibling("expected.json")));

    Verdict verdict = Readings.verdict(PARSER, page);

    Briefing briefing = verdict.briefing();
    assertThat(verdict.failures()).isEmpty();
    if (expected.has("rejection")) {
      assertThat(briefing.rejection()).isNotNull();
      assertThat(briefing.rejection().code()).isEqualTo(expected.path("rejection").asText());
      assertThat(briefing.exchanges()).isEmpty();
      return;
    }
    assertThat(briefing.rejection()).isNull();
    compareFacts(expected, briefing);
    compareExchanges(expected.path("exchanges"), briefing.exchanges());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isWrittenAsTheMapperWouldWriteIt(TruePage page) {
    Briefing briefing = Readings.verdict(PARSER, page).briefing();

    assertThat(BriefingJson.write(briefing)).isEqualTo(EventJson.write(briefing));
  }

  private static void compareFacts(JsonNode expected, Briefing briefing) {
    assertThat(briefing.title()).isEqualTo(expected.path("title").textValue());
    assertThat(text(briefing.date())).isEqualTo(expected.path("date").textValue());
    assertThat(text(briefing.publishedOn())).isEqualTo(expected.path("publishedOn").textValue());
    assertThat(EventJson.MAPPER.valueToTree(briefing.publishedAt()).textValue())
        .isEqualTo(expected.path("publishedAt").textValue());
    assertThat(briefing.spokespersons().stream().map(Briefing.Spokesperson::id))
        .isEqualTo(texts(expected.path("spokespersons")));
    assertThat(briefing.leftovers().stream().map(Briefing.Leftover::reason))
        .isEqualTo(texts(expected.path("leftovers")));
    assertThat(briefing.warnings().stream().map(Warning::code))
        .isEqualTo(texts(expected.path("warnings")));
    assertThat(briefing.languageLinks()).hasSize(expected.path("languageLinks").size());
    briefing
        .languageLinks()
        .forEach(
            link ->
                assertThat(link.url())
                    .isEqualTo(expected.path("languageLinks").path(link.language()).asText()));
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static void compareExchanges(JsonNode expected, List<Exchange> exchanges) {
    List<String> found = exchanges.stream().map(e -> describe(e, exchanges)).toList();
    List<String> wanted = new ArrayList<>();
    expected.forEach(node -> wanted.add(describe(node)));
    assertThat(found).containsExactlyElementsOf(wanted);
  }

  private static String describe(JsonNode node) {
    boolean statement = node.has("statement");
    String answer =
        statement ? node.path("statement").textValue() : node.path("answer").textValue();
    List<String> speakers = texts(node.path("speakers"));
    return describe(
        node.path("question").textValue(),
        node.path("label").textValue(),
        texts(node.path("outlets")),
        answer,
        statement && speakers.isEmpty() ? speakerless() : speakers,
        node.path("followUpTo").asInt(0),
        node.path("answeredIn").asInt(0),
        texts(node.path("notes")),
        texts(node.path("warnings")));
  }

  private static List<String> speakerless() {
    List<String> nobody = new ArrayList<>();
    nobody.add(null);
    return nobody;
  }

  private static String describe(Exchange exchange, List<Exchange> all) {
    Exchange.Question question = exchange.question();
    List<Exchange.Part> parts = exchange.answer() == null ? List.of() : exchange.answer().parts();
    List<String> speakers = new ArrayList<>();
    parts.forEach(part -> speakers.add(part.speaker() == null ? null : part.speaker().id()));
    List<String> notes = new ArrayList<>();
    if (question != null) {
      question.notes().stream().map(Note::text).forEach(notes::add);
    }
    if (exchange.answer() != null) {
      exchange.answer().notes().stream().map(Note::text).forEach(notes::add);
    }
    return describe(
        question == null ? null : question.text(),
        question == null ? null : question.asker().label(),
        question == null
            ? List.of()
            : question.asker().outlets().stream()
                .map(outlet -> outlet.id() == null ? outlet.name() : outlet.id())
                .toList(),
        exchange.answer() == null ? null : exchange.answer().text(),
        speakers,
        ordinal(exchange.followUpTo(), all),
        ordinal(exchange.answeredIn(), all),
        notes,
        exchange.warnings().stream().map(Warning::code).toList());
  }

  private static String describe(
      String question,
      String label,
      List<String> outlets,
      String answer,
      List<String> speakers,
      int followUpTo,
      int answeredIn,
      List<String> notes,
      List<String> warnings) {
    return "%s | %s %s | %s | %s | follows %d, answered in %d | %s %s"
        .formatted(
            question, label, outlets, answer, speakers, followUpTo, answeredIn, notes, warnings);
  }

  private static int ordinal(String id, List<Exchange> all) {
    return all.stream()
        .filter(e -> e.id().equals(id))
        .mapToInt(Exchange::ordinal)
        .findFirst()
        .orElse(0);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.textValue()));
    return texts;
  }

  /**
   * The briefings of all golden pages have a digest for each release, so that nothing changes under
   * a version that is out. Where it fails for a good reason, raise the release and add its line.
   */
  @Test
  void whatChangesAGoldenPageRaisesTheRelease() throws IOException {
    StringBuilder all = new StringBuilder();
    for (TruePage page : pages().toList()) {
      all.append(page.file()).append(' ');
      all.append(Hashes.sha256(EventJson.write(Readings.briefing(PARSER, page)))).append('\n');
    }
    String digest = Hashes.sha256(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(Files.readAllLines(FOLDER.resolve("releases.txt")))
        .last()
        .isEqualTo(ParserRelease.NUMBER + " " + digest);
  }
}
