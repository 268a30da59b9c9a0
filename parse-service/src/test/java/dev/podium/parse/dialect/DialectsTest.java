package dev.podium.parse.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.yaml.Declaration;
import dev.podium.parse.yaml.InvalidDeclarationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTest {

  private static Dialects read(String yaml) {
    byte[] bytes = yaml.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
    return Dialects.read(List.of(Declaration.read("a.yaml", new ByteArrayInputStream(bytes))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | a.yaml: the file is empty",
        "[a] | a.yaml: line 1: expected keys and values",
        "x: 1 | a.yaml: line 1: x: is unknown; known are",
        "generic: true | a.yaml: line 1: id: is missing",
        "id: A b | a.yaml: line 1: id: A b is not lower-case letters, digits and hyphens",
        "id: a\\nid: b | a.yaml: line 2: id: stands twice",
        "id: a\\ngeneric: maybe | a.yaml: line 2: generic: maybe is neither true nor false",
        "id: a\\nturns:\\n  labels: [x, y] | a.yaml: line 3: labels: expected a single value",
        "id: a\\nturns:\\n  speakers: ['(x'] | a.yaml: line 3: speakers: no regular expression: Unclosed group",
        "id: a\\npage:\\n  body: ['#a]'] | a.yaml: line 3: body: selector #a] is not understood at character 4",
        "id: a\\ndefaults: {timeZone: Mars/Olympus} | a.yaml: line 2: timeZone: Mars/Olympus is no time zone",
        "id: a\\nlines: {unknown: [x]} | a.yaml: line 2: unknown: is unknown; known are",
        "id: a\\nturns: {suffixes: ['']} | a.yaml: line 2: suffixes: a word is empty",
        "id: a\\nturns: {joiners: ['']} | a.yaml: line 2: joiners: a word is empty",
        "id: a\\nends: ['(?:){400}'] | a.yaml: line 2: ends: too many repeats at ){400} in",
        "id: a\\nends: ['x{0,9999999999}'] | a.yaml: line 2: ends: too many repeats at {0,9999999999} in",
        "id: a\\nends: ['(((){99}){99}){99}'] | a.yaml: line 2: ends: too many repeats at ){99} in",
        "id: a\\n  b: c | a.yaml: line 2: mapping values are not allowed here",
        "id: a | there is no dialect generic"
      })
  void saysWhatIsWrongAndWhere(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(InvalidDeclarationException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aFolderAddsDialectsAndReplacesShippedOnes(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), "id: mine\nturns: {questions: [Frage]}\n");
    Files.writeString(folder.resolve("zh.yaml"), "id: mfa-cn-zh\nturns: {questions: [X]}\n");

    Dialects dialects = ParserFiles.dialects(folder);

    assertThat(dialects.find("mine").turns().questions()).containsExactly("frage");
    assertThat(dialects.find("mfa-cn-zh").turns().questions()).containsExactly("X");
    assertThat(dialects.generic().generic()).isTrue();
  }

  @Test
  void aFolderThatIsMissingIsNamed() {
    assertThatThrownBy(() -> ParserFiles.dialects(Path.of("no/such/folder")))
        .hasMessageContaining("no/such/folder is no folder");
  }

  @Test
  void aPatternThatExplodesGivesUp() {
    LinePattern pattern = LinePattern.of("(a+)+b");

    assertThat(pattern.matches("a".repeat(40))).isFalse();
    assertThat(pattern.finds("a".repeat(10_000))).isFalse();
    assertThat(pattern.matches("aaab")).isTrue();
  }

  @Test
  void aPatternIsNeitherLongNorDeep() {
    assertThatThrownBy(() -> LinePattern.of("a".repeat(1001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pattern has 1001 characters; the most are 1000");
    assertThatThrownBy(() -> LinePattern.of("(".repeat(31) + "a" + ")*".repeat(31)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("groups are nested more than 30 deep in ((");
    assertThat(LinePattern.of("(".repeat(30) + "a" + ")*".repeat(30)).matches("aaa")).isTrue();
    assertThat(LinePattern.of("[(]".repeat(20) + "\\(".repeat(40)).matches("(".repeat(60)))
        .isTrue();
    assertThat(LinePattern.of("(a|b|cd?)*".repeat(50)).matches("ab".repeat(150))).isTrue();
  }

  @Test
  void aPatternSeesNoHalfOfACharacter() {
    String line = "a".repeat(299) + "\ud83d\ude00";

    assertThat(LinePattern.of("(a+.?)").group(line)).isEqualTo("a".repeat(299));
  }
}
