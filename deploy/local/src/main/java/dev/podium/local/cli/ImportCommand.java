package dev.podium.local.cli;

import dev.podium.local.importing.ImportSummary;
import dev.podium.local.importing.Manifest;
import dev.podium.local.importing.PageImport;
import dev.podium.local.progress.Progress;
import dev.podium.local.server.Loopback;
import dev.podium.local.stack.Ports;
import dev.podium.local.stack.RunFolder;
import dev.podium.local.stack.RunningStack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Sends the pages of a folder to the gateway. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FOLDER")
  private Path folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Manifest manifest = Manifest.of(folder);
    Optional<RunningStack> stack = RunningStack.find(RunFolder.of(Main.root()));
    if (stack.isEmpty()) {
      System.err.println("Podium is not running: deploy/local/up starts it.");
      return Main.NOT_RUNNING;
    }
    int port = new Ports(stack.get().status().portOffset()).gateway();
    long start = System.nanoTime();
    ImportSummary summary;
    try (Progress progress = Progress.onStandardOutput()) {
      summary =
          new PageImport(URI.create("http://" + Loopback.address(port)), progress).run(manifest);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "%s, in %.1f s%n", summary.text(), seconds);
    return summary.hasFailures() ? Main.FAILED : 0;
  }
}
