package dev.podium.local.cli;

import dev.podium.local.stack.RunFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the log of one component. */
@Command(name = "logs")
final class LogsCommand implements Callable<Integer> {

  private static final String SUFFIX = ".log";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME")
  private String name;

  @Option(names = "-f")
  private boolean follow;

  @Option(names = "-n", defaultValue = "100")
  private int lines;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (lines < 0) {
      throw new ParameterException(spec.commandLine(), "-n " + lines + " is less than 0");
    }
    RunFolder folder = RunFolder.of(Main.root());
    List<String> names = names(folder.logs());
    if (!names.contains(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no log \""
              + name
              + "\""
              + (names.isEmpty() ? ": nothing has run yet" : " but " + String.join(", ", names)));
    }
    PrintStream out = System.out;
    LogTail tail = new LogTail(folder.log(name), out);
    tail.last(lines);
    if (follow) {
      tail.follow(() -> !out.checkError());
    }
    return 0;
  }

  private static List<String> names(Path logs) throws IOException {
    if (!Files.isDirectory(logs)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(logs)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }
}
