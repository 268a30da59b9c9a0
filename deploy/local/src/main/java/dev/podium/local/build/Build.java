package dev.podium.local.build;

import dev.podium.local.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds what is not built. Runs before anything is compiled, straight from its source, so that
 * this package and {@code progress} use nothing but the JDK.
 */
public final class Build {

  private static final long DISK_BYTES = 3L * 1024 * 1024 * 1024;

  private static final Pattern SUPERVISOR =
      Pattern.compile("\"supervisor\":\\{[^}]*\"pid\":(\\d+)");

  private Build() {}

  /** The first argument is the root of the checkout; a second names a module beside the stack. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]);
    if (isRunning(root)) {
      return;
    }
    Optional<String> module = Stream.of(arguments).skip(1).findFirst();
    Optional<String> stale = new Artefacts(root, module).firstStale();
    if (stale.isPresent()) {
      System.exit(build(root, module, stale.get()));
    }
  }

  /** What runs is left alone; {@code up} will say that it runs. */
  private static boolean isRunning(Path root) throws IOException {
    Path record = root.resolve("deploy/local/.run/run.json");
    if (!Files.exists(record)) {
      return false;
    }
    Matcher pid = SUPERVISOR.matcher(Files.readString(record));
    return pid.find() && ProcessHandle.of(Long.parseLong(pid.group(1))).isPresent();
  }

  private static int build(Path root, Optional<String> module, String reason)
      throws IOException, InterruptedException {
    long usable = Files.getFileStore(root).getUsableSpace();
    if (usable < DISK_BYTES) {
      System.err.printf(
          "Too little disk: building needs about 3 GiB below %s, %.1f GiB are free.%n",
          root, usable / (1024.0 * 1024 * 1024));
      return 1;
    }
    Path log = runFolder(root).resolve("build.log");
    try (Progress progress = Progress.onStandardOutput()) {
      progress.line("Building (" + reason + "); Maven's log is " + log);
      MavenBuild build = new MavenBuild(root, module.isPresent(), log, progress);
      long seconds = build.run();
      new Artefacts(root, module).stamp();
      progress.line("Built in " + seconds + " s" + build.downloads());
      return 0;
    } catch (BuildFailedException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static Path runFolder(Path root) throws IOException {
    Path folder = root.resolve("deploy/local/.run");
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return folder;
  }
}
