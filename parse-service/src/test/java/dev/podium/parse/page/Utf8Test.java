package dev.podium.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

  /** Of each kind the first and the last one, and some of the middle. */
  private static final byte[] TELLING =
      HexFormat.of().parseHex("00417f808f909fa0bfc0c1c2dfe0e1ecedeeeff0f1f3f4f5f8ff");

  private static String textOf(byte[] bytes) {
    Utf8.Text text = Utf8.decode(bytes);
    return text == null ? null : text.text();
  }

  private static String expected(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  @Test
  void takesAndRefusesWhatJavasDecoderDoes() {
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(1, 7)];
      for (int k = 0; k < bytes.length; k++) {
        bytes[k] = TELLING[random.nextInt(TELLING.length)];
      }
      refused += expected(bytes) == null ? 1 : 0;

      assertThat(textOf(bytes)).as(HexFormat.of().formatHex(bytes)).isEqualTo(expected(bytes));
    }
    assertThat(refused).isBetween(1000, 199_000);
  }

  @Test
  void readsEveryCharacter() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        all.appendCodePoint(c);
      }
    }

    assertThat(textOf(all.toString().getBytes(StandardCharsets.UTF_8))).isEqualTo(all.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "é", "外", "\ud83d\ude00"})
  void readsACharacterWhereverItStands(String character) {
    for (int before = 0; before < 20; before++) {
      for (int behind = 0; behind < 20; behind++) {
        String text = "x".repeat(before) + character + "y".repeat(behind) + character;

        assertThat(textOf(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
      }
    }
  }

  @Test
  void refusesACharacterThatIsCutOff() {
    byte[] whole = "xxxxxxxxxx\ud83d\ude00".getBytes(StandardCharsets.UTF_8);

    for (int end = 11; end < whole.length; end++) {
      assertThat(Utf8.decode(Arrays.copyOf(whole, end))).isNull();
    }
  }

  @Test
  void countsCodePointsAsTheTextDoes() {
    String text = "a\ud83d\ude00外\ud83d\ude01\ud83d\ude02 of \ud83d\ude03\ud83d\ude04.";

    CodePoints counted = Utf8.decode(text.getBytes(StandardCharsets.UTF_8)).codePoints();

    for (int at = 0; at <= text.length(); at++) {
      assertThat(counted.at(at)).isEqualTo(CodePoints.of(text).at(at));
    }
    assertThat(counted.at(text.length())).isEqualTo(text.codePointCount(0, text.length()));
  }
}
