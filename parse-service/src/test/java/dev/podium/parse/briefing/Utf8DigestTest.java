package dev.podium.parse.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.kit.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8DigestTest {

  private static byte[] digest(List<String> lines) {
    Utf8Digest digest = new Utf8Digest(Sha256.begin());
    lines.forEach(digest::addLine);
    return digest.digest();
  }

  private static byte[] expected(List<String> lines) {
    MessageDigest digest = Sha256.begin();
    lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    return digest.digest();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "é", "a’", "外", "\ud83d\ude00", "\ud83d", "\ude00"})
  void theBytesAreThoseOfTheWholeTextWhereverItIsCut(String character) {
    for (int before : new int[] {0, 1, 4094, 4095, 4096, 8191, 20_000}) {
      List<String> lines =
          List.of("x".repeat(before), character, "", character.repeat(5000), character);

      assertThat(digest(lines)).isEqualTo(expected(lines));
    }
  }

  @Test
  void nothingHasTheDigestOfNothing() {
    assertThat(digest(List.of())).isEqualTo(Sha256.of(new byte[0]));
  }
}
