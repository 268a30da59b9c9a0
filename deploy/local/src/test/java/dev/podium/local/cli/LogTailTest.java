package dev.podium.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String last(String log, int lines) throws IOException {
    Path file = Files.writeString(folder.resolve("log"), log);
    new LogTail(file, out).last(lines);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void showsTheLastLines() throws IOException {
    assertThat(last("one\ntwo\nthree\n", 2)).isEqualTo("two\nthree\n");
  }

  @Test
  void anUnfinishedLineIsALine() throws IOException {
    assertThat(last("one\ntwo\nthr", 2)).isEqualTo("two\nthr");
  }

  @Test
  void askedForMoreThanThereIsShowsAll() throws IOException {
    assertThat(last("one\ntwo\n", 50)).isEqualTo("one\ntwo\n");
  }

  @Test
  void askedForNoneShowsNone() throws IOException {
    assertThat(last("one\n", 0)).isEmpty();
  }

  @Test
  void anEmptyLogIsEmpty() throws IOException {
    assertThat(last("", 5)).isEmpty();
  }

  @Test
  void linesMayBeLongerThanABlock() throws IOException {
    String longLine = "x".repeat(200_000);

    assertThat(last("first\n" + longLine + "\nlast\n", 2)).isEqualTo(longLine + "\nlast\n");
  }

  @Test
  void followsWhatIsAddedAndAFileThatStartsAnew() throws IOException {
    Path file = Files.writeString(folder.resolve("log"), "a long first line\n");
    LogTail tail = new LogTail(file, out);
    tail.last(0);
    Iterator<Step> steps =
        List.<Step>of(
                () -> Files.writeString(file, "added\n", StandardOpenOption.APPEND),
                () -> Files.writeString(file, "anew\n"),
                () -> file)
            .iterator();

    tail.follow(() -> goOn(steps));

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("added\nanew\n");
  }

  private interface Step {

    Path take() throws IOException;
  }

  private static boolean goOn(Iterator<Step> steps) {
    try {
      return steps.hasNext() && Files.exists(steps.next().take());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
