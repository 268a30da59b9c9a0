package dev.podium.bench.frontier;

import dev.podium.bench.table.Machine;
import dev.podium.bench.table.Table;
import dev.podium.ingest.frontier.FrontierCounts;
import dev.podium.ingest.frontier.Turns;
import dev.podium.ingest.frontier.Urgency;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Claims and counts of ingest-service, where the frontier is small and where it is large. */
@Command(name = "deploy/bench/frontier")
public final class FrontierSpeed implements Callable<Integer> {

  private static final int SMALL = 10_000;
  private static final int LARGE = 1_000_000;
  private static final int TOGETHER = 32;
  private static final int WARM_UP = 500;
  private static final int COUNTS = 9;
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final PrintStream out = System.out;

  @Option(names = "--hosts", paramLabel = "N", defaultValue = "200")
  private int hosts;

  @Option(names = "--claims", paramLabel = "N", defaultValue = "2000")
  private int claims;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new FrontierSpeed()).execute(arguments));
  }

  @Override
  public Integer call() {
    out.println(Machine.now() + " at the start.");
    Measured small = measure(SMALL);
    Measured large = measure(LARGE);
    out.println(Machine.now() + " at the end.");
    out.println();
    Table table = new Table("ms", "of 10,000", "of 1,000,000", "growth");
    row(table, "claim, p50", small.claims(0.5), large.claims(0.5));
    row(table, "claim, p99", small.claims(0.99), large.claims(0.99));
    row(table, "counts, p50", small.counts(0.5), large.counts(0.5));
    row(table, "listings, p50", small.listings(0.5), large.listings(0.5));
    row(table, "arrivals, p50", small.arrivals(0.5), large.arrivals(0.5));
    table.lines().forEach(out::println);
    return 0;
  }

  private Measured measure(int size) {
    try (FilledFrontier frontier = FilledFrontier.of(size, hosts)) {
      out.printf(Locale.ROOT, "A frontier of %,d%n", size);
      Turns turns = new Turns(frontier.session());
      Map<String, Duration> fetched = frontier.fetched();
      times(WARM_UP, () -> claim(frontier, turns, fetched), () -> frontier.release(LEASE));
      double[] claimed =
          times(claims, () -> claim(frontier, turns, fetched), () -> frontier.release(LEASE));
      String any = fetched.keySet().iterator().next();
      FrontierCounts counts = new FrontierCounts(frontier.session());
      return new Measured(
          claimed,
          times(COUNTS, () -> frontier.in(database -> counts.counts()), () -> {}),
          times(COUNTS, () -> frontier.in(database -> counts.listings()), () -> {}),
          times(COUNTS, () -> frontier.in(database -> counts.arrivals(any)), () -> {}));
    }
  }

  private static void claim(FilledFrontier frontier, Turns turns, Map<String, Duration> fetched) {
    int taken =
        frontier.in(database -> turns.take(fetched, TOGETHER, Urgency.LISTING, LEASE).size());
    if (taken != TOGETHER) {
      throw new IllegalStateException(taken + " entries were claimed, not " + TOGETHER);
    }
  }

  /** In milliseconds, in order of size. */
  private static double[] times(int count, Runnable timed, Runnable untimed) {
    double[] times = new double[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      timed.run();
      times[i] = (System.nanoTime() - start) / 1e6;
      untimed.run();
    }
    Arrays.sort(times);
    return times;
  }

  private static void row(Table table, String name, double small, double large) {
    table.row(name, number(small), number(large), number(large / small));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  // Made once and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Measured(double[] claims, double[] counts, double[] listings, double[] arrivals) {

    double claims(double part) {
      return at(claims, part);
    }

    double counts(double part) {
      return at(counts, part);
    }

    double listings(double part) {
      return at(listings, part);
    }

    double arrivals(double part) {
      return at(arrivals, part);
    }

    private static double at(double[] sorted, double part) {
      return sorted[(int) Math.ceil(part * sorted.length) - 1];
    }
  }
}
