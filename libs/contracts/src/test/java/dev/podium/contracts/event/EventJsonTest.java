package dev.podium.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.podium.contracts.Vectors;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Segment;
import dev.podium.contracts.briefing.Warning;
import dev.podium.contracts.change.Change;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

  @Test
  void writesInstantsInUtcWithThreeDecimals() {
    assertThat(EventJson.utcMillis(Instant.parse("2017-03-01T08:30:00Z")))
        .isEqualTo("2017-03-01T08:30:00.000Z");
    assertThat(EventJson.utcMillis(Instant.parse("2017-03-01T08:30:00.123999Z")))
        .isEqualTo("2017-03-01T08:30:00.123Z");
  }

  @Test
  void keepsLettersOfEveryScript() {
    Briefing.Spokesperson person = new Briefing.Spokesperson(null, "شن 沈若岚 \"\\\n", "𠀀😀");

    byte[] json = EventJson.write(person);

    assertThat(new String(json, StandardCharsets.UTF_8))
        .startsWith("{\"id\":null,\"name\":\"شن 沈若岚 \\\"\\\\\\n\",\"role\":");
    assertThat(EventJson.read(json, Briefing.Spokesperson.class)).isEqualTo(person);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "1",
        "\"text\"",
        "{",
        "<html>",
        "{\"start\":1}",
        "{\"start\":1,\"end\":null}",
        "{\"start\":1,\"end\":\"two\"}",
        "{\"start\":1,\"end\":99999999999}",
        "{\"start\":1,\"end\":2} trailing",
        "{\"start\":1,\"end\":2}{\"start\":1,\"end\":2}"
      })
  void refusesWhatIsNoSuchValue(String json) {
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> EventJson.read(json.getBytes(StandardCharsets.UTF_8), Segment.class))
        .withMessageContaining("Segment");
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    byte[] json = "{\"code\":\"x\",\"text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> EventJson.read(json, Warning.class));
  }

  @Test
  void refusesBottomlessNesting() {
    String json = "{\"unknown\":" + "[".repeat(1_000_000);

    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> EventJson.read(json.getBytes(StandardCharsets.UTF_8), Briefing.class));
  }

  @Test
  void namesTheFieldThatIsWrong() {
    String json = "{\"exchanges\":[{\"kind\":\"lecture\"}]}";

    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> EventJson.read(json.getBytes(StandardCharsets.UTF_8), Briefing.class))
        .withMessageContaining("lecture");
  }

  @Test
  void readsAbsentListsAsEmptyAndRefusesNullsInThem() {
    String absent =
        "{\"id\":\"a\",\"version\":1,\"coverage\":0,\"warnings\":null,\"leftovers\":[null]}";

    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> EventJson.read(absent.getBytes(StandardCharsets.UTF_8), Briefing.class));
    Briefing briefing =
        EventJson.read(
            absent.replace("[null]", "null").getBytes(StandardCharsets.UTF_8), Briefing.class);
    assertThat(briefing.warnings()).isEmpty();
    assertThat(briefing.leftovers()).isEmpty();
    assertThat(briefing.exchanges()).isEmpty();
  }

  @Test
  void listsNeverChange() {
    List<String> changed = new ArrayList<>(List.of("answer.text"));
    Change change =
        new Change(
            null,
            Change.Kind.EDITED,
            null,
            null,
            null,
            null,
            null,
            0,
            1,
            changed,
            null,
            null,
            null);

    changed.add("question.text");

    assertThat(change.changed()).containsExactly("answer.text");
  }

  @Test
  void equalValuesGiveEqualBytes() {
    byte[] example =
        EventJson.write(
            Vectors.read("/dev/podium/contracts/examples/briefing.question-and-answer.json"));
    Briefing first = EventJson.read(example, Briefing.class);
    Briefing second = EventJson.read(example, Briefing.class);

    assertThat(EventJson.write(first)).isEqualTo(EventJson.write(second)).isEqualTo(example);
  }
}
