package dev.podium.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

  @TempDir Path folder;

  private ServerProcess shell(String script) throws IOException {
    return ServerProcess.start(
        new Launch(
            List.of("/bin/sh", "-c", script),
            Map.of("GREETING", "hello"),
            folder,
            folder.resolve("log"),
            StopSignal.TERM,
            Duration.ofSeconds(1),
            null));
  }

  @Test
  void keepsWhatAProcessSays() throws IOException {
    ServerProcess process = shell("echo $GREETING; echo trouble >&2; exit 3");

    int code = process.onExit().join();

    assertThat(code).isEqualTo(3);
    assertThat(process.lastLines(5)).isEqualTo("hello\ntrouble");
    assertThat(process.lastLines(1)).isEqualTo("trouble");
  }

  @Test
  void insistsWhenItIsNotHeard() throws IOException {
    ServerProcess process = shell("trap '' TERM; echo ready; while :; do sleep 0.1; done");

    process.stop();

    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void nothingOutlivesAJvmThatIsKilled() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Process jvm =
        new ProcessBuilder(
                Java.command(),
                "-cp",
                System.getProperty("java.class.path"),
                Sleeper.class.getName(),
                data.toString())
            .start();
    ProcessHandle child =
        ProcessHandle.of(Long.parseLong(jvm.inputReader().readLine())).orElseThrow();

    jvm.destroyForcibly();

    assertThat(child.onExit().orTimeout(20, TimeUnit.SECONDS))
        .succeedsWithin(Duration.ofSeconds(20));
    assertThat(jvm.onExit()).succeedsWithin(Duration.ofSeconds(5));
  }
}
