package dev.podium.local.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private long nanos;

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aTerminalGetsABarThatFits() {
    Progress progress = new TerminalProgress(out, 60);

    progress.update(1, 4, "a label that is much too long for the line that there is");

    assertThat(written()).contains("[######..................]  25%  a label");
    assertThat(written().replaceAll("\r\u001b\\[K", "")).hasSize(59);
  }

  @Test
  void aLineStaysAboveTheBar() {
    Progress progress = new TerminalProgress(out, 80);
    progress.update(1, 2, "half");

    progress.line("line 7: bad");

    assertThat(written()).contains("\r\u001b[Kline 7: bad" + System.lineSeparator());
    assertThat(written()).endsWith(" 50%  half");
  }

  @Test
  void nothingIsNoDivisionByZero() {
    new TerminalProgress(out, 80).update(0, 0, "nothing");

    assertThat(written()).contains("  0%  nothing");
  }

  @Test
  void elsewhereThereIsALineNowAndThen() {
    Progress progress = new PlainProgress(out, () -> nanos);

    progress.update(1, 9, "pages");
    progress.update(2, 9, "pages");
    nanos = Duration.ofSeconds(5).toNanos();
    progress.update(3, 9, "pages");

    assertThat(written().lines()).containsExactly("1/9  pages", "3/9  pages");
  }
}
