package dev.podium.kit.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MeteredTextTest {

  private static final BoundedRegex REGEX = new BoundedRegex(20, 50, 100);

  @Test
  void endsAMatchThatTakesTooManySteps() {
    Pattern pattern = REGEX.compile("(a+)+$", 0);

    assertThat(pattern.matcher(new MeteredText("aaaa", 1000)).matches()).isTrue();
    assertThatThrownBy(() -> pattern.matcher(new MeteredText("a".repeat(40) + '!', 1000)).find())
        .isInstanceOf(MeteredText.TooManyStepsException.class);
  }

  @Test
  void refusesWhatIsOverItsBoundsAndTakesWhatIsWithin() {
    assertThat(REGEX.compile("(a{9}){9}", 0).pattern()).isEqualTo("(a{9}){9}");
    assertThat(REGEX.compile("É", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher("é"))
        .matches(java.util.regex.Matcher::matches);
    assertThatThrownBy(() -> REGEX.compile("a".repeat(21), 0)).hasMessageContaining("most are 20");
    assertThatThrownBy(() -> REGEX.compile("a{51}", 0)).hasMessageContaining("{51}");
    assertThatThrownBy(() -> REGEX.compile("((){11}){11}", 0)).hasMessageContaining("){11}");
    assertThatThrownBy(() -> REGEX.compile("a{9999999999}", 0)).hasMessageContaining("repeats");
    assertThatThrownBy(() -> REGEX.compile("(x", 0))
        .isInstanceOfSatisfying(
            BoundedRegex.NoRegexException.class,
            e -> assertThat(e.description()).startsWith("Unclosed group"));
  }
}
