package dev.podium.local.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running server: it never outlives this JVM. */
public final class ServerProcess {

  private static final long LOG_BYTES_BEFORE_ROTATION = 64L * 1024 * 1024;
  private static final int TAIL_BYTES = 16 * 1024;

  private final Launch launch;
  private final Process process;

  /** Done once the process has ended and its watchdog knows. */
  private final CompletableFuture<Void> ended;

  private ServerProcess(Launch launch, Process process, CompletableFuture<Void> ended) {
    this.launch = launch;
    this.process = process;
    this.ended = ended;
  }

  /** Starts it; returns at once. */
  public static ServerProcess start(Launch launch) throws IOException {
    rotate(launch.log());
    ProcessBuilder builder =
        new ProcessBuilder(OwnSession.command(launch.command()))
            .directory(launch.directory().toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
    builder.environment().putAll(launch.environment());
    Process process = builder.start();
    try {
      Watchdog watchdog = Watchdog.over(process.pid(), launch);
      return new ServerProcess(launch, process, process.onExit().thenRun(watchdog::dismiss));
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static void rotate(Path log) throws IOException {
    Files.createDirectories(log.getParent());
    if (Files.exists(log) && Files.size(log) > LOG_BYTES_BEFORE_ROTATION) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  public long pid() {
    return process.pid();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public Path log() {
    return launch.log();
  }

  /** Done when the process has ended, with its exit code. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Asks it to end, and ends it after the grace that its launch gives. */
  public void stop() {
    if (process.isAlive()) {
      signal();
      if (!endedWithin(launch.grace().toMillis())) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
    endedWithin(TimeUnit.SECONDS.toMillis(5));
  }

  private void signal() {
    switch (launch.signal()) {
      case TERM -> process.destroy();
      case INT -> interrupt();
    }
  }

  private void interrupt() {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -s INT " + process.pid()).start();
    } catch (IOException e) {
      process.destroy();
    }
  }

  private boolean endedWithin(long millis) {
    try {
      ended.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      // The watchdog could not be told; the process itself has ended.
      return true;
    }
  }

  /** The last lines of its log, for a message. */
  public String lastLines(int count) {
    try (RandomAccessFile file = new RandomAccessFile(launch.log().toFile(), "r")) {
      file.seek(Math.max(0, file.length() - TAIL_BYTES));
      byte[] tail = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(tail);
      List<String> lines = new String(tail, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}
