package dev.podium.local.cli;

import dev.podium.local.stack.Leftovers;
import dev.podium.local.stack.RunFolder;
import dev.podium.local.stack.RunningStack;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** Stops everything. */
@Command(name = "down")
final class DownCommand implements Callable<Integer> {

  private static final int PATIENCE_SECONDS = 120;

  @Override
  public Integer call() throws IOException, InterruptedException {
    RunFolder folder = RunFolder.of(Main.root());
    Optional<RunningStack> stack = RunningStack.find(folder);
    if (stack.isPresent()) {
      System.out.println("Stopping ...");
      stop(stack.get());
    }
    int left = Leftovers.clear(folder);
    if (left > 0) {
      System.out.println(
          "Left behind and ended now: " + left + (left == 1 ? " process." : " processes."));
    }
    System.out.println(
        stack.isPresent() || left > 0
            ? "Stopped; nothing is left running."
            : "Podium is not running.");
    return 0;
  }

  /** A supervisor that does not end in time is a leftover like any other. */
  private static void stop(RunningStack stack) throws InterruptedException {
    var ended =
        stack
            .supervisor()
            .map(ProcessHandle::onExit)
            .orElseGet(() -> CompletableFuture.completedFuture(null))
            .thenApply(process -> true)
            .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS);
    try {
      stack.stop();
      ended.join();
    } catch (IOException e) {
      System.err.println("The supervisor does not answer (" + e.getMessage() + ").");
    }
  }
}
