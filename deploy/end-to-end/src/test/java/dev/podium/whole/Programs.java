package dev.podium.whole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs programs as somebody would who follows the docs. */
final class Programs {

  private static final int NOT_FOUND = 127;

  /** How a program ended and what it said. */
  record Ended(int code, String output) {}

  /** Whether a command is there to be run. */
  static boolean has(String command) throws IOException, InterruptedException {
    return run(
                Path.of("."),
                Map.of(),
                "sh",
                "-c",
                "command -v " + command + " || exit " + NOT_FOUND)
            .code()
        == 0;
  }

  /** Runs a program in a folder, with some variables set. */
  static Ended run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  private Programs() {}
}
