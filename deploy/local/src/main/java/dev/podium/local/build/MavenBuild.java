package dev.podium.local.build;

import dev.podium.local.progress.Progress;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One run of Maven, its output read for progress and kept for the case of failure. */
final class MavenBuild {

  /** As many modules at a time as there are processors, and no tests, not even compiled. */
  private static final List<String> COMMAND =
      List.of("./mvnw", "-B", "-T", "1C", "package", "-Dmaven.test.skip=true");

  /** What the stack does without. */
  private static final List<String> STACK_ONLY = List.of("-pl", "!deploy/bench,!deploy/end-to-end");

  private static final int LINES_SHOWN = 25;

  private final Path root;
  private final boolean all;
  private final Path log;
  private final Progress progress;
  private final MavenOutput output = new MavenOutput();
  private final Deque<String> last = new ArrayDeque<>();

  /** Builds the stack, or all modules. */
  MavenBuild(Path root, boolean all, Path log, Progress progress) {
    this.root = root;
    this.all = all;
    this.log = log;
    this.progress = progress;
  }

  /** Returns the seconds it took. */
  long run() throws IOException, InterruptedException, BuildFailedException {
    long start = System.nanoTime();
    Process maven =
        new ProcessBuilder(command()).directory(root.toFile()).redirectErrorStream(true).start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(maven)));
    try (BufferedReader lines = maven.inputReader();
        BufferedWriter copy = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.write(line);
        copy.newLine();
        show(line);
      }
    }
    if (maven.waitFor() != 0) {
      throw new BuildFailedException(
          String.join("\n", last) + "\nThe build failed; all of Maven's log is in " + log);
    }
    return (System.nanoTime() - start) / 1_000_000_000;
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(COMMAND);
    if (!all) {
      command.addAll(STACK_ONLY);
    }
    return command;
  }

  private static void end(Process maven) {
    maven.descendants().forEach(ProcessHandle::destroy);
    maven.destroy();
  }

  private void show(String line) {
    output.read(line);
    if (!MavenOutput.isTransfer(line)) {
      last.addLast(line);
      if (last.size() > LINES_SHOWN) {
        last.removeFirst();
      }
    }
    progress.update(output.modulesDone(), output.modules(), output.label());
  }

  String downloads() {
    return output.files() == 0 ? "" : ", " + output.transferred();
  }
}
