package dev.podium.parse.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineShapeTest {

  private static final int ENDLESS = Integer.MAX_VALUE;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "END; 3; 3; END",
        "END|Finis; 3; 5; END Finis",
        ".{0,60}记者(追问|问)?; 2; 124; 记者",
        "[A-Z][a-z .]{2,30}, [A-Z]+; 6; " + ENDLESS + "; `, `",
        "(?:Print|Share) ?:?; 5; 7; Print Share",
        "(Room|Hotel)?; 0; 5; ``",
        "ab?c+d{2,}; 4; " + ENDLESS + "; a",
        "\\(End\\)\\b; 5; 5; (End)",
        "(?!x)\\d{1,2}[:.]\\d\\d?; 3; 6; ``",
        "(a|b|\\d)x*; 1; " + ENDLESS + "; ``",
        "\\p{Lu}.; 2; 4; ``",
        "[^\\]a[b]]-; 2; 3; -",
      })
  void tellsLengthsAndWords(String regex, int shortest, int longest, String words) {
    LineShape shape = LineShape.of(regex);

    assertThat(shape.shortest()).isEqualTo(shortest);
    assertThat(shape.longest()).isEqualTo(longest);
    assertThat(String.join(words.equals(", ") ? "" : " ", shape.words())).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?i)end",
        "(a)\\1",
        "\\Qend\\E",
        "(?<name>end)",
        "(?<=a)b",
        "[]a]b",
        "\\x41b",
        "a\ud83d\ude00",
        "\\",
        "a)",
        "(a",
        "[a",
        "a{b}"
      })
  void tellsNothingOfWhatIsNotPlain(String regex) {
    assertThat(LineShape.of(regex)).isEqualTo(new LineShape(0, ENDLESS, List.of()));
  }
}
