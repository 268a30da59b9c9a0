package dev.podium.local.cli;

import dev.podium.local.server.Folders;
import dev.podium.local.server.Java;
import dev.podium.local.server.OwnSession;
import dev.podium.local.stack.RunFolder;
import dev.podium.local.stack.RunningStack;
import dev.podium.local.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A supervisor that this program has started. */
final class SupervisorProcess {

  private final RunFolder folder;
  private final Process process;

  private SupervisorProcess(RunFolder folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /**
   * Starts one, from a copy of the program so that a build beside it does no harm.
   *
   * @param attached whether it ends when this program does
   */
  static SupervisorProcess start(
      Path root, RunFolder folder, StackOptions options, boolean attached) throws IOException {
    Path program = folder.program("supervisor");
    Folders.delete(program);
    Path target = root.resolve("deploy/local/target");
    Folders.copy(target.resolve("lib"), program);
    Files.copy(target.resolve("local.jar"), program.resolve("local.jar"));
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Java.command(),
            "-Xms16m",
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dpodium.root=" + root,
            "-Dpodium.run=" + folder.path(),
            "-cp",
            program + "/*",
            Main.class.getName(),
            "supervise"));
    command.addAll(StackFlags.arguments(options));
    if (attached) {
      command.add("--attached");
    }
    ProcessBuilder builder =
        new ProcessBuilder(OwnSession.command(command))
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.log("supervisor").toFile());
    builder.environment().put(StackFlags.ADMIN_KEY, options.adminKey());
    if (!attached) {
      builder.redirectInput(Path.of("/dev/null").toFile());
    }
    return new SupervisorProcess(folder, builder.start());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Its other end, once it listens. */
  Optional<RunningStack> stack() throws IOException {
    return RunningStack.find(folder);
  }

  /** Asks it to stop everything, and waits. */
  void stop() {
    process.destroy();
    process.onExit().join();
  }

  void await() {
    process.onExit().join();
  }

  /** What it has said, for the case that it ended at once. */
  String output() throws IOException {
    return Files.readString(folder.log("supervisor")).strip();
  }
}
