package dev.podium.local.cli;

import dev.podium.local.stack.ComponentState;
import dev.podium.local.stack.RunningStack;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Stops one component until it is started again. */
@Command(name = "stop")
final class StopCommand extends ComponentCommand {

  StopCommand() {
    super(ComponentState.STOPPED);
  }

  @Override
  void ask(RunningStack stack, String component) throws IOException, InterruptedException {
    stack.stop(component);
  }
}
