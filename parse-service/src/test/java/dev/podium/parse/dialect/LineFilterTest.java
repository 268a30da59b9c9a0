package dev.podium.parse.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineFilterTest {

  private static LineFilter filter(String regex) {
    return new LineFilter(Pattern.compile(regex, Pattern.UNICODE_CASE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "END|Yes",
        "'END|FIN'|Endless",
        "'[-\u2013\u2014]{0,3}END'|大",
        "'(Home|Next) .*'|He said so.",
        "'(说|Said)\\b.*'|大会说",
        "'(?!(WHO|WHAT)\\b)[A-Z]+'|who",
        "来源.*|说",
        "'.{0,20}(播放|笑).{0,60}'|他说",
        "'.{0,60}(All rights|Tous (les )?droits)\\.?'|He said so.",
        "'.*(Room \\d+|Hotel).*'|the rooms"
      })
  void keepsLinesFromPatternsThatCannotMatch(String regex, String line) {
    LineFilter filter = filter(regex);

    assertThat(filter.passes(line)).isFalse();
    assertThat(line.matches(regex)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "END|FIN",
        "(?i)kelvin.*",
        "\\p{L}+",
        "[^a]+",
        "[А-Я].*",
        "(x)?[ab]*",
        ".{0,9}(END|F?IN)",
        ".{0,9}(END)?",
        ".{0,9}(END|FIN)|.*",
        ".*(a[b|c]d|x\\|y).*",
        "(?!x).",
        "\\bé.*",
        "\\b.*",
        "\\B.*",
        "[\u2013-\u9fff]+",
        "[A-\u9fff-]+",
        "[^\u9fff-]+",
        "(END|FIN|.a)(c|d)?.*",
        "\\s*.{1,3}",
        "[\\[【].{0,6}",
        "...",
        ""
      })
  void letsEveryMatchPass(String regex) {
    LineFilter filter = filter(regex);
    Pattern pattern = Pattern.compile(regex, Pattern.UNICODE_CASE);

    assertThat(
            Stream.of(
                    "",
                    "END",
                    "FIN",
                    "IN",
                    "a",
                    "b",
                    "\u212aelvin",
                    "KELVIN",
                    "éa",
                    "ЖЫ",
                    "acd",
                    "x|y",
                    "【大",
                    "[x",
                    "\ud83d\ude00",
                    "\ud83d",
                    " é",
                    "\u2028",
                    "abc",
                    "...END")
                .filter(line -> pattern.matcher(line).matches())
                .filter(line -> !filter.passes(line)))
        .isEmpty();
  }
}
