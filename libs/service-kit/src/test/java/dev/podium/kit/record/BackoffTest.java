package dev.podium.kit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

  @ParameterizedTest
  @CsvSource({
    "1, 50, 100",
    "2, 100, 200",
    "3, 200, 400",
    "5, 800, 1600",
    "6, 1000, 2000",
    "500, 1000, 2000"
  })
  void doublesUpToTheLongestWithJitterOfHalf(int failures, long least, long most) {
    RandomGenerator random = new Random(1);
    for (int i = 0; i < 200; i++) {
      assertThat(backoff.after(failures, random).toMillis()).isBetween(least, most);
    }
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT1S", "PT-1S, PT1S", "PT2S, PT1S"})
  void refusesWaitsThatAreNone(Duration first, Duration longest) {
    assertThatThrownBy(() -> new Backoff(first, longest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(first.toString());
  }
}
