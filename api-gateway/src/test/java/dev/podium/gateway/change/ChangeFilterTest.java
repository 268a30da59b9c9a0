package dev.podium.gateway.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.change.Change;
import dev.podium.gateway.parameter.Parameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeFilterTest {

  private static final Change CHANGE =
      new Changes("filtered")
          .change("a", Change.Kind.EDITED, Change.Cause.SOURCE, "zh-Hant", "一句話。");

  private static boolean passes(Change change, Map<String, List<String>> given) {
    Parameters parameters = new Parameters(given, ChangeParameters.STREAM);
    ChangeFilter filter = ChangeFilter.read(parameters);
    parameters.check();
    return filter.test(ChangeFacts.of(change));
  }

  @ParameterizedTest
  @CsvSource({
    "language, zh, true",
    "language, zh-Hant, true",
    "language, zh-Hans, false",
    "language, fr, false",
    "source, filtered, true",
    "source, other, false",
    "organisation, organisation-filtered, true",
    "organisation, other, false",
    "series, regular, true",
    "series, other, false",
    "occasion, organisation-filtered:regular:2026-03-13, true",
    "occasion, organisation-filtered:regular:2026-03-12, false",
    "asker, AFP, true",
    "asker, afp, false",
    "answered, here, true",
    "answered, no, false",
    "followUp, false, true",
    "followUp, true, false",
    "from, 2026-03-13, true",
    "from, 2026-03-14, false",
    "to, 2026-03-13, true",
    "to, 2026-03-12, false",
    "dated, true, true",
    "dated, false, false",
    "outlet, afp, true",
    "outlet, tass, false",
    "spokesperson, gu-yichuan, true",
    "spokesperson, other, false",
    "kind, edited, true",
    "kind, added, false",
    "cause, source, true",
    "cause, parser, false",
    "exchange, abcdefghij234567, false",
    "briefing, abcdefghij234567, false"
  })
  void eachFilterLetsThroughWhatItNames(String name, String value, boolean through) {
    assertThat(passes(CHANGE, Map.of(name, List.of(value)))).isEqualTo(through);
  }

  @Test
  void anyOfSeveralValuesIsGood() {
    assertThat(passes(CHANGE, Map.of("kind", List.of("added", "edited")))).isTrue();
    assertThat(
            passes(
                CHANGE,
                Map.of(
                    "exchange", List.of(CHANGE.exchangeId()),
                    "briefing", List.of(CHANGE.briefing().id()))))
        .isTrue();
  }

  @Test
  void whatPublishersDidNotDoWakesNobodyUnlessAsked() {
    Change imported = new Changes("filtered").added("b", Change.Cause.BACKFILL);

    assertThat(passes(imported, Map.of())).isFalse();
    assertThat(passes(imported, Map.of("cause", List.of("source", "backfill")))).isTrue();
  }
}
