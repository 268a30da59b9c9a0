package dev.podium.kit.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTest {

  @ParameterizedTest
  @CsvSource({"0, 0 mistakes", "1, 1 mistake", "2, 2 mistakes"})
  void oneIsNoPlural(int count, String text) {
    assertThat(Counted.of(count, "mistake")).isEqualTo(text);
  }
}
