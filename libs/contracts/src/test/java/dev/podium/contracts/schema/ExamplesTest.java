package dev.podium.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.Vectors;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Suppression;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.ChangeIds;
import dev.podium.contracts.identity.ErasureIds;
import dev.podium.contracts.identity.ExchangeIds;
import dev.podium.contracts.identity.Occasions;
import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.identity.Versions;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the records, the schemas and the examples to each other. */
class ExamplesTest {

  private static final String FOLDER = "/dev/podium/contracts/examples/";

  @ParameterizedTest
  @ValueSource(strings = {"question-and-answer", "minimal", "rejected", "gone", "erased"})
  void briefingsAreValidAndSurviveTheRecords(String name) throws IOException {
    JsonNode example = Vectors.read(FOLDER + "briefing." + name + ".json");

    Briefing briefing = EventJson.read(EventJson.write(example), Briefing.class);

    assertThat(Schemas.BRIEFING.errors(example)).isEmpty();
    assertThat(EventJson.MAPPER.readTree(EventJson.write(briefing))).isEqualTo(example);
    assertIdentity(briefing);
  }

  @Test
  void whatIsSuppressedIsTakenOutAsTheExampleSays() {
    JsonNode example = Vectors.read(FOLDER + "briefing.suppressed.json");
    Briefing suppressed = EventJson.read(EventJson.write(example), Briefing.class);
    Briefing whole =
        EventJson.read(
            EventJson.write(Vectors.read(FOLDER + "briefing.question-and-answer.json")),
            Briefing.class);

    assertThat(Schemas.BRIEFING.errors(example)).isEmpty();
    assertThat(EventJson.write(suppressed)).isEqualTo(EventJson.write(example));
    assertThat(Suppression.concerns(whole, suppressed.erased())).isTrue();
    assertThat(Suppression.without(whole, suppressed.erased())).isEqualTo(suppressed);
    assertThat(Suppression.concerns(suppressed, suppressed.erased())).isFalse();
    assertThat(Suppression.without(suppressed, suppressed.erased())).isEqualTo(suppressed);
    assertThat(suppressed.erased().getFirst().erasure())
        .isEqualTo(ErasureIds.of(suppressed.erased().getFirst().exchangeId()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "added",
        "edited",
        "reworded",
        "withdrawn",
        "restored",
        "briefing-edited",
        "gone",
        "returned",
        "erased"
      })
  void changesAreValidAndSurviveTheRecords(String name) throws IOException {
    JsonNode example = Vectors.read(FOLDER + "change." + name + ".json");

    Change change = EventJson.read(EventJson.write(example), Change.class);

    assertThat(Schemas.CHANGE.errors(example)).isEmpty();
    assertThat(EventJson.MAPPER.readTree(EventJson.write(change))).isEqualTo(example);
    String subject = change.exchangeId() == null ? change.briefing().id() : change.exchangeId();
    assertThat(change.id())
        .isEqualTo(ChangeIds.of(subject, change.fromVersion(), change.toVersion(), change.kind()));
  }

  @ParameterizedTest
  @EnumSource(Change.Kind.class)
  void everyKindOfChangeHasAnExample(Change.Kind kind) {
    assertThat(Vectors.read(FOLDER + "change." + kind.code() + ".json").get("kind").textValue())
        .isEqualTo(kind.code());
  }

  @Test
  void unknownFieldsAreIgnored() {
    ObjectNode example = Vectors.read(FOLDER + "briefing.question-and-answer.json").deepCopy();
    Briefing known = EventJson.read(EventJson.write(example), Briefing.class);
    example.put("added", "later");
    ((ObjectNode) example.get("exchanges").get(0)).putObject("added").put("later", 1);

    assertThat(Schemas.BRIEFING.errors(example)).isEmpty();
    assertThat(EventJson.read(EventJson.write(example), Briefing.class)).isEqualTo(known);
  }

  @Test
  void fieldsComeInTheOrderOfTheContract() {
    JsonNode example = Vectors.read(FOLDER + "briefing.question-and-answer.json");
    Briefing briefing = EventJson.read(EventJson.write(example), Briefing.class);

    assertThat(EventJson.write(briefing)).isEqualTo(EventJson.write(example));
  }

  private static void assertIdentity(Briefing briefing) {
    assertThat(briefing.url()).isEqualTo(CanonicalUrl.of(briefing.url()));
    assertThat(briefing.id()).isEqualTo(PageIds.of(briefing.url()));
    assertThat(briefing.version())
        .isEqualTo(Versions.of(briefing.revision().fetchedAt(), briefing.parser().release()));
    assertThat(briefing.occasion())
        .isEqualTo(Occasions.of(briefing.organisation(), briefing.series(), briefing.date()));
    ExchangeIds ids = new ExchangeIds(briefing.id());
    for (Exchange exchange : briefing.exchanges()) {
      assertThat(exchange.id()).isEqualTo(ids.next(exchange.kind(), identifyingText(exchange)));
    }
    assertThat(briefing.exchanges())
        .extracting(Exchange::ordinal)
        .containsExactlyElementsOf(ordinals(briefing.exchanges().size()));
  }

  private static String identifyingText(Exchange exchange) {
    return switch (exchange.kind()) {
      case STATEMENT -> exchange.answer().text();
      case QUESTION -> exchange.question().text();
    };
  }

  private static Iterable<Integer> ordinals(int count) {
    Integer[] ordinals = new Integer[count];
    Arrays.setAll(ordinals, i -> i + 1);
    return Arrays.asList(ordinals);
  }
}
