package dev.podium.bench.accuracy;

import dev.podium.bench.pages.PageReader;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.dialect.Dialects;
import dev.podium.truth.Aspect;
import dev.podium.truth.InvalidSetException;
import dev.podium.truth.PageSets;
import dev.podium.truth.Tally;
import dev.podium.truth.TrueSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pages held to what is known of them, and two runs beside each other. */
@Command(name = "deploy/bench/accuracy")
public final class Accuracy implements Callable<Integer> {

  private static final int BROKEN = 1;
  private static final int WRONG_INPUT = 2;

  private final Path root = Path.of(System.getProperty("podium.root", "."));
  private final PrintStream out = System.out;
  private final Dialects dialects = ParserFiles.dialects(null);

  @Option(names = "--data", paramLabel = "DIR")
  private Path data;

  @Option(names = "--dialect", paramLabel = "ID")
  private String dialect;

  @Option(names = "--out", paramLabel = "FILE")
  private Path file;

  @Option(names = "--compare", paramLabel = "FILE")
  private Path compared;

  @Option(names = "--show", paramLabel = "N", defaultValue = "20")
  private int show;

  @Parameters(paramLabel = "DIR")
  private List<Path> folders = List.of();

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Accuracy())
            .setExecutionExceptionHandler(Accuracy::wrongInput)
            .execute(arguments));
  }

  /** One line for what a person can mend; anything else is a bug and keeps its trace. */
  static int wrongInput(Exception e, CommandLine command, CommandLine.ParseResult arguments)
      throws Exception {
    if (e instanceof InvalidSetException || e instanceof InvalidRunException) {
      command.getErr().println(e.getMessage());
      return WRONG_INPUT;
    }
    throw e;
  }

  @Override
  public Integer call() throws IOException {
    if (dialect != null && dialects.find(dialect) == null) {
      throw new InvalidRunException(
          "there is no dialect " + dialect + "; there are " + String.join(", ", dialects.ids()));
    }
    Path runs = root.resolve("deploy/bench/target/accuracy");
    Path before = compared != null ? compared : RunFile.latest(runs, dialect).orElse(null);
    // Read first: a file that is no run should not cost the time of one.
    List<PageLine> earlier = before == null ? List.of() : RunFile.read(before);
    Map<String, Tally> tallies = tallies();
    List<PageLine> lines =
        tallies.values().stream()
            .flatMap(tally -> tally.verdicts().stream())
            .map(PageLine::of)
            .toList();
    new Report(tallies, show).lines().forEach(out::println);
    Path written = file != null ? file : RunFile.inFolder(runs, Instant.now(), dialect);
    RunFile.write(written, lines);
    out.println();
    out.println("Written: " + written);
    if (before != null) {
      out.println("Compared with " + before + ":");
      new Comparison(earlier, lines).lines(show).forEach(out::println);
    }
    return tallies.values().stream().anyMatch(t -> t.asked(Aspect.PROMISES) > 0) ? BROKEN : 0;
  }

  private Map<String, Tally> tallies() {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    PageReader reader = new PageReader(dialects, dialect);
    BriefingParser parser = ParserFiles.parser(dialects, null);
    for (TrueSet set : sets()) {
      // The people and outlets of a made-up country are in no shipped registry.
      Path registries = set.folder().resolve("registries");
      BriefingParser own =
          Files.isDirectory(registries) ? ParserFiles.parser(dialects, registries) : parser;
      Tally tally = new Tally(set.pages().stream().map(page -> reader.verdict(own, page)).toList());
      if (tallies.put(set.name(), tally) != null) {
        throw new InvalidSetException("two sets are named " + set.name() + "; name one folder");
      }
    }
    return tallies;
  }

  /** Folders alone where some are named; the golden pages, the samples and the data else. */
  private List<TrueSet> sets() {
    List<TrueSet> sets = new ArrayList<>();
    folders.forEach(folder -> sets.addAll(PageSets.at(folder)));
    if (folders.isEmpty()) {
      sets.addAll(PageSets.shipped(root));
    }
    Path real = data != null ? data : PageSets.data(root);
    if (data != null || (folders.isEmpty() && Files.isDirectory(real))) {
      sets.addAll(PageSets.below(real));
    } else if (folders.isEmpty()) {
      out.println("There are no real pages in " + real + "; --data DIR names another folder.");
    }
    return sets;
  }
}
