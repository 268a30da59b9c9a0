package dev.podium.bench.accuracy;

import dev.podium.bench.pages.PageSets;
import dev.podium.bench.pages.TrueSet;
import dev.podium.bench.pages.TrueSets;
import dev.podium.bench.table.Table;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.dialect.Dialects;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the parser makes of pages of which the truth is known. */
@Command(name = "deploy/bench/accuracy")
public final class Accuracy implements Callable<Integer> {

  private static final int LONGEST_LINE = 160;

  private final PrintStream out = System.out;

  @Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--dialect", paramLabel = "ID")
  private String dialect;

  @Option(names = "--out", paramLabel = "FILE")
  private Path runFile;

  @Option(names = "--compare", paramLabel = "FILE")
  private Path earlier;

  @Option(names = "--show", paramLabel = "N", defaultValue = "20")
  private int shown;

  @Parameters(paramLabel = "FOLDER")
  private List<Path> folders = List.of();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Accuracy()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Dialects dialects = ParserFiles.dialects(null);
    if (dialect != null && dialects.find(dialect) == null) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no dialect " + dialect + "; there are " + String.join(", ", dialects.ids()));
    }
    BriefingParser parser = ParserFiles.parser(dialects, null);
    List<SetReport> reports =
        sets().stream().map(set -> SetReport.of(set, parser, dialect)).toList();
    table(reports).lines().forEach(out::println);
    reports.forEach(this::details);
    compare(RunFile.pages(reports));
    return reports.stream().allMatch(report -> report.wrong().isEmpty()) ? 0 : 1;
  }

  private static Path root() {
    return Path.of(System.getProperty("podium.root"));
  }

  private List<TrueSet> sets() {
    List<TrueSet> sets = new ArrayList<>();
    if (folders.isEmpty()) {
      sets.add(TrueSets.golden(root()));
      Path data = PageSets.data(root());
      if (Files.isDirectory(data)) {
        sets.addAll(TrueSets.below(data));
      } else {
        out.println("There are no real pages in " + data + ": the golden pages alone.");
      }
    }
    folders.forEach(folder -> sets.add(set(folder)));
    return sets;
  }

  private TrueSet set(Path folder) {
    Optional<TrueSet> set =
        Files.isDirectory(folder) ? TrueSets.in(folder.toAbsolutePath()) : Optional.empty();
    return set.orElseThrow(
        () ->
            new ParameterException(
                spec.commandLine(),
                folder + " is no folder of pages: docs/benchmarks.md has the forms"));
  }

  private static Table table(List<SetReport> reports) {
    Table table =
        new Table(
            "set",
            "pages",
            "briefings",
            "exchanges",
            "coverage",
            "pairs",
            "counts",
            "titles",
            "dates",
            "turns");
    for (SetReport report : reports) {
      int rejected = report.rejections().values().stream().mapToInt(Integer::intValue).sum();
      int pages = report.briefings().size();
      table.row(
          report.name(),
          Integer.toString(pages),
          Integer.toString(pages - rejected),
          Integer.toString(report.exchanges()),
          String.format(Locale.ROOT, "%.4f", report.coverage()),
          report.pairs().toString(),
          report.counts().toString(),
          report.titles().toString(),
          report.dates().toString(),
          report.turns().toString());
    }
    return table;
  }

  private void details(SetReport report) {
    out.println();
    out.println(
        report.name()
            + ": rejections "
            + report.rejections()
            + ", warnings "
            + report.warnings()
            + ", "
            + report.wrong().size()
            + " things known and not found");
    show(report.wrong());
  }

  private void show(List<String> lines) {
    lines.stream().limit(shown).forEach(line -> out.println("  " + shortened(line)));
    if (lines.size() > shown) {
      out.println("  and " + (lines.size() - shown) + " more; --show N shows more");
    }
  }

  private static String shortened(String line) {
    String flat = line.replace('\n', ' ');
    return flat.length() <= LONGEST_LINE ? flat : flat.substring(0, LONGEST_LINE - 1) + "…";
  }

  /** With the run that is named, or else the latest one. */
  private void compare(List<RunFile.Page> pages) throws IOException {
    Path folder = root().resolve("deploy/bench/target/accuracy");
    Optional<Path> other = earlier != null ? Optional.of(earlier) : RunFile.latest(folder);
    out.println();
    if (other.isPresent()) {
      Comparison comparison = new Comparison(RunFile.read(other.get()), pages);
      out.println("Against " + other.get() + ": " + comparison.summary());
      show(comparison.lines());
    }
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
    Path file = runFile != null ? runFile : folder.resolve(now + ".jsonl");
    RunFile.write(file, pages);
    out.println("This run is in " + file);
  }
}
