package dev.podium.bench.parse;

import dev.podium.bench.pages.BenchSet;
import dev.podium.bench.pages.BenchSets;
import dev.podium.bench.table.Machine;
import dev.podium.bench.table.Table;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Bytes to briefing beside {@code Jsoup.parse} on the same bytes. */
@Command(name = "deploy/bench/parse")
public final class ParseSpeed implements Callable<Integer> {

  /** The serial collector works in the thread that is measured, so that one core is one core. */
  private static final List<String> JVM =
      List.of(
          "-Xms1g",
          "-Xmx1g",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "--sun-misc-unsafe-memory-access=allow");

  private final PrintStream out = System.out;

  @Option(names = "--forks", paramLabel = "N", defaultValue = "2")
  private int forks;

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "2")
  private int seconds;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ParseSpeed()).execute(arguments));
  }

  @Override
  public Integer call() throws RunnerException {
    BenchSets sets = BenchSets.find();
    List<BenchSet> all = new ArrayList<>(sets.sets());
    all.add(sets.named(BenchSets.ALL));
    Path log = Path.of(System.getProperty("podium.root"), "deploy/bench/target/parse.log");
    out.println(sets.origin());
    out.println(Machine.now() + " at the start.");
    Table table =
        new Table(
            "set",
            "pages",
            "podium pages/s",
            "jsoup pages/s",
            "ratio",
            "by processor",
            "podium KB",
            "jsoup KB");
    for (BenchSet set : all) {
      out.println("Measuring " + set.name() + "; JMH's log is " + log);
      row(table, set, new ParseRun(1, forks, 5, seconds, JVM, log));
    }
    out.println(Machine.now() + " at the end.");
    out.println();
    table.lines().forEach(out::println);
    return 0;
  }

  /** One beside the other, so that what else the machine does hits both. */
  private static void row(Table table, BenchSet set, ParseRun run) throws RunnerException {
    Measured jsoup = run.jsoup(set);
    Measured briefing = run.briefing(set);
    table.row(
        set.name(),
        Integer.toString(set.pages().size()),
        speed(briefing),
        speed(jsoup),
        ratio(briefing.pagesPerSecond(), jsoup.pagesPerSecond()),
        ratio(jsoup.processorNanos(), briefing.processorNanos()),
        kilobytes(briefing),
        kilobytes(jsoup));
  }

  private static String ratio(double one, double other) {
    return String.format(Locale.ROOT, "%.2f", one / other);
  }

  private static String speed(Measured measured) {
    return String.format(
        Locale.ROOT,
        "%.0f ± %.0f %%",
        measured.pagesPerSecond(),
        100 * measured.error() / measured.pagesPerSecond());
  }

  private static String kilobytes(Measured measured) {
    return String.format(Locale.ROOT, "%.0f", measured.bytesPerPage() / 1024);
  }
}
