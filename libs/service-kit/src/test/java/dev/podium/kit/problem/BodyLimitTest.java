package dev.podium.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BodyLimitTest {

  @Test
  void takesABodyOfJustTheLimit() throws IOException {
    assertThat(BodyLimit.read(new ByteArrayInputStream(new byte[100]), 100)).hasSize(100);
  }

  @Test
  void refusesOneByteMore() {
    assertThatThrownBy(() -> BodyLimit.read(new ByteArrayInputStream(new byte[101]), 100))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(413);
              assertThat(e.problem().detail()).contains("100 bytes");
            });
  }
}
