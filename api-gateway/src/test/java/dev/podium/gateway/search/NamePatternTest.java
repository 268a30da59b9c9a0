package dev.podium.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of names as regular expressions. */
class NamePatternTest {

  private static boolean finds(String text, String name) {
    // What it writes means the same to both.
    return Pattern.matches(NamePattern.of(text, ".*").orElseThrow(), name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "тасс       | ТАСС",
        "ТАСС       | тасс",
        "захарова   | Мария Захарова",
        "алексей    | Алексеи",
        "agencia    | Agência Brasil",
        "Agência    | AGENCIA EFE",
        "orsted     | Ørsted",
        "lodz       | Łódź",
        "tran       | Trần Thanh",
        "ＡＦＰ       | afp",
        "afp        | ＡＦＰ",
        "أحمد       | احمد",
        "παπασ      | Παπάς",
        "新华社      | 新华社记者",
        "a.b (c)    | x A.B (C)",
        "'[a-z]'    | '[A-Z]'",
        "50\\%      | 50\\%"
      })
  void caseAccentsAndWidthDoNotMatter(String text, String name) {
    assertThat(finds(text, name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tas        | ТАСС",
        "a.b        | axb",
        "afp        | AF P",
        "か          | が",
        "[a]        | a",
        "a*         | aaa"
      })
  void othersAreOthers(String text, String name) {
    assertThat(finds(text, name)).isFalse();
  }

  @Test
  void isNeverLongerThanElasticsearchTakes() {
    String name = "é".repeat(600);

    assertThat(NamePattern.of(name, ".*").orElseThrow()).hasSizeLessThanOrEqualTo(1_000);
    assertThat(finds(name, name)).isTrue();
    assertThat(finds(name, "e" + name.substring(1))).isTrue();
  }

  @Test
  void isNoneForWhatNobodyIsCalled() {
    assertThat(NamePattern.of("?".repeat(600), ".*")).isEmpty();
  }

  @Test
  void isShortEnoughForLongNames() {
    String name = "Organización Latinoamericana de Periodistas de Investigación";

    assertThat(finds(name.toUpperCase(Locale.ROOT), name)).isTrue();
    assertThat(finds("organizacion latinoamericana de periodistas de investigacion", name))
        .isTrue();
  }
}
