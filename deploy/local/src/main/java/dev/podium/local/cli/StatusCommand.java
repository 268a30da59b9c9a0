package dev.podium.local.cli;

import dev.podium.local.stack.RunFolder;
import dev.podium.local.stack.RunningStack;
import dev.podium.local.stack.StackStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows every component. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<RunningStack> stack = RunningStack.find(RunFolder.of(Main.root()));
    if (stack.isEmpty()) {
      System.out.println("Podium is not running: deploy/local/up starts it.");
      return Main.NOT_RUNNING;
    }
    StackStatus status = stack.get().measuredStatus();
    System.out.println(StatusTable.of(status));
    return status.allReady() ? 0 : Main.FAILED;
  }
}
