package dev.podium.local.cli;

import dev.podium.local.stack.ComponentState;
import dev.podium.local.stack.ComponentStatus;
import dev.podium.local.stack.RunFolder;
import dev.podium.local.stack.RunningStack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Does something to one component and waits until that has happened. */
abstract class ComponentCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(200);

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME")
  private String name;

  private final ComponentState wanted;

  ComponentCommand(ComponentState wanted) {
    this.wanted = wanted;
  }

  /** Asks the supervisor. */
  abstract void ask(RunningStack stack, String component) throws IOException, InterruptedException;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<RunningStack> stack = RunningStack.find(RunFolder.of(Main.root()));
    if (stack.isEmpty()) {
      System.err.println("Podium is not running: deploy/local/up starts it.");
      return Main.NOT_RUNNING;
    }
    if (component(stack.get()).state() == wanted) {
      System.out.println(name + " is " + wanted.text() + " already");
      return 0;
    }
    ask(stack.get(), name);
    return await(stack.get());
  }

  private int await(RunningStack stack) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    ComponentStatus now = component(stack);
    while (now.state() != wanted && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
      now = component(stack);
    }
    String why = now.reason().isEmpty() ? "" : ": " + now.reason();
    System.out.println(name + " is " + now.state().text() + why);
    return now.state() == wanted ? 0 : Main.FAILED;
  }

  private ComponentStatus component(RunningStack stack) throws IOException, InterruptedException {
    List<ComponentStatus> all = stack.status().components();
    return all.stream()
        .filter(component -> component.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "There is no component \""
                        + name
                        + "\" but "
                        + String.join(", ", all.stream().map(ComponentStatus::name).toList())));
  }
}
