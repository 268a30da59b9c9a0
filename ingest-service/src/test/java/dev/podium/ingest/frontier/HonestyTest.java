package dev.podium.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HonestyTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.5, 1})
  void checksItsShareOfEachPagesVisits(double share) {
    Honesty honesty = new Honesty(share);
    for (String id : new String[] {"a", "4x7pq", "4x7pr"}) {
      long checked = IntStream.range(0, 10_000).filter(i -> honesty.doubts(entry(id, i))).count();
      assertThat(checked / 10_000.0).isCloseTo(share, within(0.02));
    }
  }

  @Test
  void decidesTheSameForTheSameVisit() {
    for (int look = 0; look < 100; look++) {
      assertThat(new Honesty(0.3).doubts(entry("a", look)))
          .isEqualTo(new Honesty(0.3).doubts(entry("a", look)));
    }
  }

  private static Entry entry(String id, int looks) {
    return new Entry(
        id,
        Entry.Kind.PAGE,
        "s",
        "https://site.example/a",
        "site.example",
        null,
        0,
        Duration.ofHours(1),
        0,
        null,
        "\"1\"",
        null,
        "00",
        null,
        0,
        0,
        null,
        new Watch(looks, Instant.EPOCH, Instant.EPOCH, 0, 0, false),
        null);
  }
}
