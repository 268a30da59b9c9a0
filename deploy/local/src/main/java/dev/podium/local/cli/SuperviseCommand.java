package dev.podium.local.cli;

import dev.podium.local.stack.RunFolder;
import dev.podium.local.stack.StackRun;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The process that all others depend on; started by {@code up}. */
@Command(name = "supervise", hidden = true)
final class SuperviseCommand implements Callable<Integer> {

  @Mixin private StackFlags flags;

  /** Whether to end when standard input does, which whoever started us holds open. */
  @Option(names = "--attached")
  private boolean attached;

  @Override
  public Integer call() throws IOException, InterruptedException {
    StackRun run = StackRun.start(Main.root(), RunFolder.of(Main.root()), flags.options());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> endAndAwait(run, stopped)));
    if (attached) {
      Thread.ofPlatform().daemon().name("attached").start(() -> endWithInput(run));
    }
    try {
      run.awaitEnd();
      run.stop();
      return 0;
    } finally {
      stopped.countDown();
    }
  }

  private static void endAndAwait(StackRun run, CountDownLatch stopped) {
    run.end();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void endWithInput(StackRun run) {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever said; only the end counts.
      }
    } catch (IOException e) {
      // As good as the end.
    }
    run.end();
  }
}
