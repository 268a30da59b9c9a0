package dev.podium.kit.offset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Segment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeUnitsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "é朝鲜", "😀", "a😀b𠮷𠮷c", "👩‍👩‍👧 e\u0301 \uFEFFx"})
  void everyOffsetIsThatOfJava(String text) throws IOException {
    CodeUnits ofText = CodeUnits.of(text);
    CodeUnits ofBytes =
        CodeUnits.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i <= text.codePointCount(0, text.length()); i++) {
      assertThat(ofText.at(i)).isEqualTo(text.offsetByCodePoints(0, i));
      assertThat(ofBytes.at(i)).isEqualTo(text.offsetByCodePoints(0, i));
    }
  }

  @Test
  void readsTextsThatAreLongerThanItsBuffer() throws IOException {
    String text = "aé朝😀".repeat(20_000);
    CodeUnits units =
        CodeUnits.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(units.segments(List.of(new Segment(79_999, 80_000))))
        .containsExactly(new Segment(99_998, 100_000));
  }
}
