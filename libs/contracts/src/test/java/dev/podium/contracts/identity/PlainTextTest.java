package dev.podium.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void givesTheNormalFormOrNone() {
    IntStream.rangeClosed(0, Character.MAX_VALUE)
        .mapToObj(c -> "Ab" + (char) c + "c1")
        .forEach(
            text -> {
              String plain = PlainText.normalise(text, text.length());
              if (plain != null) {
                assertThat(plain).isEqualTo(defined(text));
              }
            });
  }

  @Test
  void looksForAccentsBehindTheLastCharacter() {
    assertThat(PlainText.normalise("abc", 2)).isEqualTo("ab");
    assertThat(PlainText.normalise("ab\u0301c", 2)).isNull();
    assertThat(PlainText.normalise("ab c\u0301", 2)).isEqualTo("ab");
  }

  /** The definition, word for word. */
  private static String defined(String text) {
    StringBuilder normal = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(normal::appendCodePoint);
    return normal.toString();
  }
}
