package dev.podium.gateway.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

  private static final List<String> KNOWN = List.of("name", "text");
  private static final String LONE = "\\ud800";

  @Test
  void textsAreReadWithoutTheBlanksAroundThem() {
    JsonFields fields = fields("{\"name\": \" a b \", \"text\": \"\\n𠮷\\n𠮷\\t\"}");

    assertThat(fields.needed("name", 3, false)).isEqualTo("a b");
    assertThat(fields.text("text", 3, true)).isEqualTo("𠮷\n𠮷");
    fields.check();
  }

  @Test
  void whatIsLeftOutIsNullAndNotWrong() {
    JsonFields fields = fields("{\"name\": null}");

    assertThat(fields.has("name")).isTrue();
    assertThat(fields.has("text")).isFalse();
    assertThat(fields.text("name", 3, false)).isNull();
    assertThat(fields.text("text", 3, false)).isNull();
    assertThat(fields.get("text").isMissingNode()).isTrue();
    fields.check();
  }

  @Test
  void allThatIsWrongIsNamedAtOnce() {
    JsonFields fields = fields("{\"text\": \"abcd\", \"colour\": \"red\"}");
    fields.needed("name", 3, false);
    fields.needed("text", 3, true);

    Problem problem = refusal(fields::check);

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.code()).isEqualTo("invalid-request");
    assertThat(problem.detail()).isEqualTo("wrong fields: colour, name, text");
    assertThat(problem.errors())
        .containsExactly(
            new Problem.Violation("colour", "there is no such field, but name, text"),
            new Problem.Violation("name", "is needed: a text of up to 3 characters"),
            new Problem.Violation("text", "is a text of up to 3 characters"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7", "[\"a\"]", "{}", "true", "\"a\\nb\"", "\"a\\u0000\"", "\"" + LONE + "\""})
  void whatIsNoTextOnOneLineIsWrong(String value) {
    JsonFields fields = fields("{\"text\": " + value + "}");

    assertThat(fields.text("text", 30, false)).isNull();

    assertThat(refusal(fields::check).errors())
        .extracting(Problem.Violation::name)
        .contains("text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` |",
        "[] |",
        "null |",
        "7 |",
        "{\"name\": \"secret\"                    | 1, column 18",
        "{\"name\": \"a\",\\n \"name\": \"secret\"} | 2, column 8",
        "{} secret                                 | 1, column ",
        "{\\n\\nsecret: 1}                         | 3, column ",
        "{\"name\": 0x7secret}                     | 1, column 11",
      })
  void whatIsNoObjectIsToldWhereAndNotQuoted(String body, String place) {
    Problem problem = refusal(() -> fields(body.replace("\\n", "\n")));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.code()).isEqualTo("bad-json");
    assertThat(problem.detail()).doesNotContain("secret").doesNotContain("com.");
    if (place == null) {
      assertThat(problem.detail()).endsWith("behind it");
    } else {
      assertThat(problem.detail()).contains(": line " + place);
    }
  }

  @Test
  void hostileBodiesAreRefusedAndNothingElse() {
    assertThat(refusal(() -> fields("{\"text\":".repeat(5_000))).code()).isEqualTo("bad-json");
    assertThat(refusal(() -> new JsonFields(new byte[] {'{', '"', (byte) 0xff}, KNOWN)).code())
        .isEqualTo("bad-json");
    assertThat(refusal(() -> new JsonFields(new byte[] {0, 0, 0, 'x', 1, 1, 1, 1}, KNOWN)).code())
        .isEqualTo("bad-json");
  }

  @Test
  void aLongNameIsToldShort() {
    String name =
        refusal(fields("{\"" + "𠮷".repeat(60) + "\": 1}")::check).errors().getFirst().name();

    assertThat(name).isEqualTo("𠮷".repeat(40) + '…');
  }

  private static JsonFields fields(String body) {
    return new JsonFields(body.getBytes(StandardCharsets.UTF_8), KNOWN);
  }

  private static Problem refusal(Runnable reading) {
    return catchThrowableOfType(ProblemException.class, reading::run).problem();
  }
}
