package dev.podium.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

  @Test
  void saysWhatAppearedVanishedAndChanged() {
    RunFile.Page before =
        page(null, cut("1", "Reuters", "Why?", "Because."), cut("2", "AFP", "When?", "Soon."));
    RunFile.Page after =
        page(
            null, cut("1", "Reuters", "Why?", "Because. Thank you."), cut("3", "AP", "Who?", "I."));

    Comparison comparison = new Comparison(List.of(before), List.of(after));

    assertThat(comparison.summary()).isEqualTo("1 exchanges appeared, 1 vanished, 1 changed");
    assertThat(comparison.lines())
        .containsExactly(
            "set/page: changed: \"Why?\" now ends in \"…Because. Thank you.\", before in \"…Because.\"",
            "set/page: appeared: \"Who?\"",
            "set/page: vanished: \"When?\"");
  }

  @Test
  void saysWhoseLabelChangedAndWhatIsRejectedNow() {
    Comparison labels =
        new Comparison(
            List.of(page(null, cut("1", "AFP", "Why?", null))),
            List.of(page(null, cut("1", "AP", "Why?", null))));
    Comparison rejections = new Comparison(List.of(page(null)), List.of(page("no-exchange")));

    assertThat(labels.lines()).containsExactly("set/page: changed: label AFP -> AP of \"Why?\"");
    assertThat(rejections.lines()).containsExactly("set/page: rejection null -> no-exchange");
  }

  @Test
  void runsSurviveTheirFiles(@TempDir Path folder) throws IOException {
    List<RunFile.Page> pages = List.of(page(null, cut("1", null, null, "A statement.")));
    Path file = folder.resolve("deep/run.jsonl");

    RunFile.write(file, pages);

    assertThat(RunFile.read(file)).isEqualTo(pages);
    assertThat(RunFile.latest(file.getParent())).contains(file);
    assertThat(RunFile.latest(folder.resolve("absent"))).isEmpty();
  }

  @Test
  void whatIsNoRunIsNamedWithItsLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("run.jsonl");
    RunFile.write(file, List.of(page(null)));
    Files.writeString(file, Files.readString(file) + "not json\n");

    assertThatThrownBy(() -> RunFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": line 2 is none of a run: ");
  }

  private static RunFile.Page page(String rejection, RunFile.Cut... cuts) {
    return new RunFile.Page("set", "page", 1, rejection, List.of(cuts));
  }

  private static RunFile.Cut cut(String id, String label, String question, String answer) {
    return new RunFile.Cut(id, label, question, answer);
  }
}
