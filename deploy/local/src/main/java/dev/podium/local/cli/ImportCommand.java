package dev.podium.local.cli;

import dev.podium.local.importing.ImportPosition;
import dev.podium.local.importing.ImportSummary;
import dev.podium.local.importing.Manifest;
import dev.podium.local.importing.PageImport;
import dev.podium.local.importing.WarcFile;
import dev.podium.local.importing.WarcImport;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends the pages of a folder or a WARC file to the gateway. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER")
  private Path folder;

  @Option(names = "--source")
  private String source;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Import pages = WarcFile.is(folder) ? warc(WarcFile.of(folder)) : manifest();
    Optional<RunningStack> stack = RunningStack.find(RunFolder.of(Main.root()));
    if (stack.isEmpty()) {
      System.err.println("Podium is not running: deploy/local/up starts it.");
      return Main.NOT_RUNNING;
    }
    int port = new Ports(stack.get().status().portOffset()).gateway();
    long start = System.nanoTime();
    ImportSummary summary;
    try (Progress progress = Progress.onStandardOutput()) {
      summary = pages.run(URI.create("http://" + Loopback.address(port)), progress);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "%s, in %.1f s%n", summary.text(), seconds);
    return summary.hasFailures() ? Main.FAILED : 0;
  }

  /** What is imported, once it is known where to. */
  private interface Import {

    ImportSummary run(URI gateway, Progress progress) throws IOException, InterruptedException;
  }

  private Import manifest() throws IOException {
    if (source != null) {
      throw new ParameterException(
          spec.commandLine(), "--source is for WARC files; a manifest names the source itself");
    }
    Manifest manifest = Manifest.of(folder);
    return (gateway, progress) -> new PageImport(gateway, progress).run(manifest);
  }

  private Import warc(WarcFile file) throws IOException {
    Path noted = RunFolder.of(Main.root()).path().resolve("imports");
    ImportPosition position = ImportPosition.of(file, noted);
    return (gateway, progress) -> new WarcImport(gateway, progress, source).run(file, position);
  }
}
