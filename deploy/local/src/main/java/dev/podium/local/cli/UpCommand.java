package dev.podium.local.cli;

import dev.podium.local.progress.Progress;
import dev.podium.local.stack.AdminKey;
import dev.podium.local.stack.ComponentState;
import dev.podium.local.stack.ComponentStatus;
import dev.podium.local.stack.Leftovers;
import dev.podium.local.stack.Preflight;
import dev.podium.local.stack.RunFolder;
import dev.podium.local.stack.RunningStack;
import dev.podium.local.stack.StackEvent;
import dev.podium.local.stack.StackOptions;
import dev.podium.local.stack.StackRun;
import dev.podium.local.stack.StackStatus;
import dev.podium.local.stack.StackStatus.Phase;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the stack; stays with it unless told to detach. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {

  private static final Duration WHILE_STARTING = Duration.ofMillis(250);
  private static final Duration WHILE_RUNNING = Duration.ofSeconds(1);

  @Mixin private StackFlags flags;

  @Option(names = "--detach")
  private boolean detach;

  private volatile boolean leaving;

  @Override
  public Integer call() throws IOException, InterruptedException {
    RunFolder folder = RunFolder.of(Main.root());
    Optional<RunningStack> running = RunningStack.find(folder);
    if (running.isPresent()) {
      return alreadyRunning(running.get());
    }
    StackOptions options = flags.options();
    if (Leftovers.clear(folder) > 0) {
      System.out.println("Ended what a killed run had left behind.");
    }
    Preflight.check(options);
    StackRun.rotateLogs(folder);
    AdminKey key = AdminKey.in(folder, options.adminKey());
    SupervisorProcess supervisor =
        SupervisorProcess.start(Main.root(), folder, options.with(key.text()), !detach);
    Thread goodbye = new Thread(() -> leave(supervisor));
    Runtime.getRuntime().addShutdownHook(goodbye);
    Optional<RunningStack> ready = awaitReady(supervisor, options);
    if (ready.isEmpty()) {
      return Main.FAILED;
    }
    announce(key);
    if (detach) {
      Runtime.getRuntime().removeShutdownHook(goodbye);
      return 0;
    }
    System.out.println("Ctrl-C stops it.");
    follow(supervisor, ready.get());
    return 0;
  }

  private static int alreadyRunning(RunningStack stack) throws IOException, InterruptedException {
    System.out.println("Podium is running already; deploy/local/down stops it.");
    System.out.println(StatusTable.of(stack.measuredStatus()));
    return 0;
  }

  /** Ctrl-C, or a failed start. */
  private void leave(SupervisorProcess supervisor) {
    leaving = true;
    if (supervisor.isAlive()) {
      System.out.println();
      System.out.println("Stopping ...");
      supervisor.stop();
      System.out.println("Stopped; nothing is left running.");
    }
  }

  private Optional<RunningStack> awaitReady(SupervisorProcess supervisor, StackOptions options)
      throws IOException, InterruptedException {
    try (Progress progress = Progress.onStandardOutput()) {
      while (supervisor.isAlive()) {
        Optional<RunningStack> stack = supervisor.stack();
        if (stack.isPresent()) {
          StackStatus status = stack.get().status();
          show(progress, status);
          if (status.phase() == Phase.RUNNING) {
            if (options.samples()) {
              progress.update(1, 1, "waiting for the first sample briefings");
              FirstQuestion.awaitAnswer(status);
            }
            progress.close();
            announce(stack.get().measuredStatus());
            return stack;
          }
          if (status.phase() == Phase.FAILED) {
            progress.close();
            System.err.println(status.failure());
            return Optional.empty();
          }
        }
        LockSupport.parkNanos(WHILE_STARTING.toNanos());
      }
    }
    if (!leaving) {
      System.err.println(supervisor.output());
    }
    return Optional.empty();
  }

  private static void show(Progress progress, StackStatus status) {
    String waitingFor =
        status.components().stream()
            .filter(component -> component.state() != ComponentState.READY)
            .map(ComponentStatus::name)
            .collect(Collectors.joining(", "));
    int total = status.components().size();
    long ready =
        status.components().stream()
            .filter(component -> component.state() == ComponentState.READY)
            .count();
    progress.update(ready, total, waitingFor.isEmpty() ? "ready" : "starting: " + waitingFor);
  }

  private static void announce(StackStatus status) {
    System.out.printf(
        Locale.ROOT,
        "Podium is ready after %.1f s; its state is in %s%s.%n",
        status.readyMillis() / 1000.0,
        status.data(),
        status.temporary() ? " and goes with it" : "");
    System.out.println(StatusTable.of(status));
    System.out.println("Try: curl '" + FirstQuestion.address(status) + "'");
  }

  private static void announce(AdminKey key) {
    if (key.isNew()) {
      System.out.println("The admin key, told this once: " + key.text());
    }
    System.out.println(
        "For what needs it: export " + StackFlags.ADMIN_KEY + "=$(cat " + key.file() + ")");
  }

  /** Says what happens, until it ends. */
  private void follow(SupervisorProcess supervisor, RunningStack stack)
      throws IOException, InterruptedException {
    long seen = stack.status().events().getLast().number();
    while (supervisor.isAlive() && !leaving) {
      LockSupport.parkNanos(WHILE_RUNNING.toNanos());
      try {
        for (StackEvent event : stack.status().events()) {
          if (event.number() > seen) {
            seen = event.number();
            System.out.println(event.text());
          }
        }
      } catch (IOException e) {
        // It is ending, which the loop sees.
      }
    }
    supervisor.await();
  }
}
