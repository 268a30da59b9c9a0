package dev.podium.local.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running server: it never outlives this JVM. */
public final class ServerProcess implements Running {

  private static final long LOG_BYTES_BEFORE_ROTATION = 64L * 1024 * 1024;
  private static final Duration INSISTENCE = Duration.ofSeconds(5);
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

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public Path log() {
    return launch.log();
  }

  @Override
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Asks it to end, and ends it and its children after the grace that its launch gives. */
  public void stop() {
    List<ProcessHandle> children = process.descendants().toList();
    if (process.isAlive()) {
      signal();
      if (!endedWithin(launch.grace().toMillis())) {
        process.destroyForcibly();
      }
    }
    endedWithin(INSISTENCE.toMillis());
    children.forEach(ServerProcess::outlive);
  }

  /** A child may need a moment longer than the launcher that has told it to end. */
  private static void outlive(ProcessHandle child) {
    child.onExit().completeOnTimeout(child, INSISTENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    child.destroyForcibly();
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

  @Override
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
