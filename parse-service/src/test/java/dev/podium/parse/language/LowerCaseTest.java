package dev.podium.parse.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LowerCaseTest {

  @Test
  void allSigmasAreOne() {
    assertThat(LowerCase.of("\u039b\u03cc\u03b3\u03bf\u03a3"))
        .isEqualTo(LowerCase.of("\u03bb\u03cc\u03b3\u03bf\u03c2"));
    assertThat(LowerCase.of("Q\u00c9 I")).isEqualTo("q\u00e9 i");
  }

  @Test
  @Timeout(20)
  void nothingButSigmasTakesNoLongerThanItsLength() {
    assertThat(LowerCase.of("\u03a3".repeat(1_000_000))).hasSize(1_000_000);
  }
}
