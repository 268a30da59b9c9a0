package dev.podium.local.cli;

import dev.podium.local.stack.ComponentState;
import dev.podium.local.stack.RunningStack;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Starts one component that was stopped. */
@Command(name = "start")
final class StartCommand extends ComponentCommand {

  StartCommand() {
    super(ComponentState.READY);
  }

  @Override
  void ask(RunningStack stack, String component) throws IOException, InterruptedException {
    stack.start(component);
  }
}
