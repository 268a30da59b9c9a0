package dev.podium.local.stack;

import dev.podium.local.server.ServerException;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A run of the stack in this JVM: from its start until somebody ends it. */
public final class StackRun {

  private final RunFolder folder;
  private final FileLock lock;
  private final DataFolder data;
  private final Supervisor supervisor;
  private final ControlServer control;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Object recording = new Object();
  private RunRecord record;

  private StackRun(Path root, RunFolder folder, FileLock lock, StackOptions options)
      throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.data = DataFolder.open(options.data());
    StackOptions placed =
        new StackOptions(
            data.path(),
            options.portOffset(),
            options.samples(),
            options.live(),
            options.adminKey());
    List<Component> components = new Stack(root, folder, placed).components();
    this.supervisor = new Supervisor(placed, data.isTemporary(), components, this::recordProcesses);
    String token = Secrets.random();
    this.control = new ControlServer(supervisor, token, end::countDown);
    this.record =
        new RunRecord(
            RecordedProcess.of("supervisor", ProcessHandle.current().pid()),
            control.port(),
            token,
            data.isTemporary() ? data.path() : null,
            List.of());
    folder.write(record);
  }

  /** Begins to start everything; fails when another run has the folder or the data. */
  public static StackRun start(Path root, RunFolder folder, StackOptions options)
      throws IOException {
    FileLock lock =
        folder
            .lock()
            .orElseThrow(() -> new ServerException("Another supervisor runs in this checkout."));
    StackRun run = new StackRun(root, folder, lock, options);
    run.supervisor.start();
    return run;
  }

  /** Keeps the logs of the run before. */
  public static void rotateLogs(RunFolder folder) throws IOException {
    Files.createDirectories(folder.logs());
    try (var logs = Files.newDirectoryStream(folder.logs(), "*.log")) {
      for (Path log : logs) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void recordProcesses() {
    synchronized (recording) {
      try {
        record = record.with(supervisor.processes());
        folder.write(record);
      } catch (IOException e) {
        throw new ServerException("Cannot write down what runs: " + e, e);
      }
    }
  }

  /** Returns when somebody asks for the end. */
  public void awaitEnd() throws InterruptedException {
    end.await();
  }

  /** Asks for the end. */
  public void end() {
    end.countDown();
  }

  /** Stops everything and leaves nothing behind but the logs and the state that is to be kept. */
  public void stop() throws IOException, InterruptedException {
    supervisor.stop();
    control.close();
    data.close();
    folder.clear();
    lock.channel().close();
  }
}
