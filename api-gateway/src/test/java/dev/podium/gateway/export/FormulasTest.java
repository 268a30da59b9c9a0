package dev.podium.gateway.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u00A0\u200B=1",
        "\uFEFF=1",
        "＝1",
        "＋1",
        "－1",
        "＠x"
      })
  void whatASpreadsheetWouldRunIsQuoted(String text) {
    assertThat(Formulas.quoted(text)).isEqualTo('\'' + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1=1", "'=1", "a@b", "«=1»", "—Oui", "2024-01-01", "答"})
  void otherTextsStayAsTheyAre(String text) {
    assertThat(Formulas.quoted(text)).isEqualTo(text);
  }
}
