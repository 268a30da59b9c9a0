package dev.podium.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFileTest {

  @TempDir private Path folder;

  @Test
  void givesBackWhatWasWritten() throws IOException {
    List<PageLine> lines = List.of(ComparisonTest.page("a\u2028b", null));
    Path file = folder.resolve("runs/run.jsonl");

    RunFile.write(file, lines);

    assertThat(RunFile.read(file)).isEqualTo(lines);
  }

  @Test
  void theLatestIsOfTheSameDialect() throws IOException {
    Instant early = Instant.parse("2026-01-01T00:00:00Z");
    for (String dialect : new String[] {null, "generic"}) {
      RunFile.write(RunFile.inFolder(folder, early, dialect), List.of());
    }
    Path late = RunFile.inFolder(folder, early.plusMillis(1), null);
    RunFile.write(late, List.of());

    assertThat(RunFile.latest(folder, null)).contains(late);
    assertThat(RunFile.latest(folder, "generic"))
        .contains(RunFile.inFolder(folder, early, "generic"));
    assertThat(RunFile.latest(folder, "mfa-cn-fr")).isEmpty();
    assertThat(RunFile.latest(folder.resolve("none"), null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | is empty; it is no run to compare with",
        "{\"set\": | : line 1 is no page of a run; the file is damaged or another's",
        "{\"url\": 1} | : line 1 is no page of a run; the file is damaged or another's",
        "null | : line 1 is no page of a run; the file is damaged or another's"
      })
  void aDamagedFileIsNamed(String text, String message) throws IOException {
    Path file = folder.resolve("run.jsonl");
    Files.writeString(file, text);

    assertThatThrownBy(() -> RunFile.read(file))
        .isInstanceOf(InvalidRunException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageEndingWith(message);
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("none.jsonl");

    assertThatThrownBy(() -> RunFile.read(file)).hasMessage("there is no file " + file);
  }
}
