package dev.podium.local.stack;

import dev.podium.local.server.Folders;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What a supervisor that was killed has left behind. */
public final class Leftovers {

  private static final Duration GRACE = Duration.ofSeconds(30);

  private Leftovers() {}

  /**
   * Ends every recorded process that still runs and removes temporary state; a pid that has become
   * somebody else's is left alone.
   *
   * @return how many processes were ended
   */
  public static int clear(RunFolder folder) throws IOException, InterruptedException {
    var record = folder.read();
    if (record.isEmpty()) {
      return 0;
    }
    List<ProcessHandle> running =
        Stream.concat(Stream.of(record.get().supervisor()), record.get().processes().stream())
            .flatMap(process -> process.handle().stream())
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .distinct()
            .toList();
    end(running);
    if (record.get().temporaryData() != null) {
      Folders.delete(record.get().temporaryData());
    }
    folder.clear();
    return running.size();
  }

  /** Asks all, waits for all, then insists. */
  private static void end(List<ProcessHandle> processes) throws InterruptedException {
    processes.forEach(ProcessHandle::destroy);
    var ends =
        CompletableFuture.allOf(
            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
    try {
      ends.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      processes.forEach(ProcessHandle::destroyForcibly);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of a process cannot fail", e);
    }
  }
}
