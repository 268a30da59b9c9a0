package dev.podium.contracts.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.Vectors;
import dev.podium.contracts.event.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the writer to the mapper, byte for byte. */
class BriefingJsonTest {

  static Stream<String> texts() {
    return Stream.of(
        "",
        "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u0080",
        "é ß Ж שלום",
        "沈若岚\u2028\uFEFF\uFFFF",
        "𠀀😀",
        "a".repeat(5_000) + "\"" + "é".repeat(3_000),
        "x" + "😀".repeat(3_000),
        "half of a pair: " + (char) 0xD83D + ", the other: " + (char) 0xDE00,
        "\u0001".repeat(200_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"question-and-answer", "minimal", "rejected", "gone", "suppressed", "erased"})
  void writesTheExamples(String name) {
    Briefing briefing =
        EventJson.read(
            EventJson.write(
                Vectors.read("/dev/podium/contracts/examples/briefing." + name + ".json")),
            Briefing.class);

    assertSameBytes(briefing);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void writesTextsOfEveryScript(String text) {
    Briefing briefing = briefing(text);

    assertSameBytes(briefing);
  }

  @Test
  void writesWhatIsAbsentAsNull() {
    Briefing nothing =
        new Briefing(
            null,
            0,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            0,
            null,
            null,
            null,
            null,
            List.of(new Exchange(null, 0, null, null, null, null, null, null, null)),
            List.of());

    assertSameBytes(nothing);
  }

  private static void assertSameBytes(Briefing briefing) {
    assertThat(new String(BriefingJson.write(briefing), StandardCharsets.UTF_8))
        .isEqualTo(new String(EventJson.write(briefing), StandardCharsets.UTF_8));
    for (Exchange exchange : briefing.exchanges()) {
      assertThat(new String(BriefingJson.write(exchange), StandardCharsets.UTF_8))
          .isEqualTo(new String(EventJson.write(exchange), StandardCharsets.UTF_8));
    }
  }

  private static Briefing briefing(String text) {
    return new Briefing(
        "aaaaaaaaaaaaaaaa",
        9_007_199_254_740_991L,
        Briefing.State.PRESENT,
        text,
        text,
        text,
        text,
        text,
        text,
        text,
        LocalDate.of(2026, 3, 2),
        "Asia/Shanghai",
        LocalDate.of(2026, 3, 3),
        OffsetDateTime.parse("2026-03-03T10:15+08:00"),
        List.of(new Briefing.Spokesperson(text, text, text)),
        new Briefing.Revision(
            Integer.MAX_VALUE, Instant.ofEpochMilli(1_234_567), text, text, text, text),
        new Briefing.Parser(999, text),
        0.9876,
        List.of(new Briefing.Leftover(0, 10, text)),
        List.of(new Warning(text, text)),
        new Rejection(text, text),
        List.of(new Briefing.LanguageLink(text, text)),
        List.of(
            exchange(Exchange.Kind.STATEMENT, null, text),
            exchange(Exchange.Kind.QUESTION, Exchange.Answered.HERE, text),
            exchange(Exchange.Kind.QUESTION, Exchange.Answered.ELSEWHERE, text),
            exchange(Exchange.Kind.QUESTION, Exchange.Answered.NO, null)),
        List.of());
  }

  private static Exchange exchange(Exchange.Kind kind, Exchange.Answered answered, String text) {
    List<Segment> segments = List.of(new Segment(9, 99), new Segment(100, 1_234_567_890));
    List<Note> notes = List.of(new Note(text, -1, 12));
    Exchange.Speaker speaker = new Exchange.Speaker(text, text, text);
    Exchange.Asker asker = new Exchange.Asker(text, text, List.of(new Exchange.Outlet(text, text)));
    List<Exchange.Part> parts =
        List.of(
            new Exchange.Part(speaker, text, segments),
            new Exchange.Part(null, text + "!", List.of()));
    return new Exchange(
        text,
        1,
        kind,
        answered,
        new Exchange.Question(text, asker, segments, notes),
        new Exchange.Answer(text, parts, notes),
        text,
        text,
        List.of(new Warning(text, text)));
  }
}
