package dev.podium.bench.service;

import dev.podium.bench.pages.BenchSet;
import dev.podium.bench.pages.BenchSets;
import dev.podium.bench.parse.Measured;
import dev.podium.bench.parse.ParseRun;
import dev.podium.bench.table.Machine;
import dev.podium.bench.table.Table;
import dev.podium.local.server.LocalServers;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Parse-service from Kafka to Kafka, beside the same parser without a service around it. */
@Command(name = "deploy/bench/parse-service")
public final class ServiceSpeed implements Callable<Integer> {

  /** As the image runs it, with a heap that no machine has to guess; for both sides the same. */
  private static final List<String> JVM =
      List.of(
          "-Xms1g",
          "-Xmx1g",
          "-XX:+UseCompactObjectHeaders",
          "-XX:+UseParallelGC",
          "-XX:NewRatio=1");

  /** As many as the service parses with. */
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private final Path root = Path.of(System.getProperty("podium.root"));
  private final PrintStream out = System.out;
  private final BenchSet pages;
  private final String origin;

  @Option(names = "--pages", paramLabel = "N", defaultValue = "8000")
  private int counted;

  @Option(names = "--warm-up", paramLabel = "N", defaultValue = "40000")
  private int warmUp;

  @Option(names = "--record")
  private boolean record;

  private ServiceSpeed(BenchSets sets) {
    this.pages = sets.named(BenchSets.ALL);
    this.origin = sets.origin();
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ServiceSpeed(BenchSets.find())).execute(arguments));
  }

  /** In-process before and after, so that a machine that becomes busier hits both sides. */
  @Override
  public Integer call() throws RunnerException {
    out.println(origin);
    out.println(Machine.now() + " at the start.");
    Measured before = inProcess(THREADS);
    String kafka = LocalServers.kafka().bootstrapServers();
    try (Broker broker = new Broker(kafka)) {
      fill(kafka);
      Pace first = run("first delivery", broker, kafka, 0);
      broker.rewind();
      Pace again = run("redelivery", broker, kafka, warmUp + counted);
      Measured after = inProcess(THREADS);
      InProcess inProcess = new InProcess(inProcess(1), Measured.mean(before, after));
      out.println(Machine.now() + " at the end.");
      out.println();
      table(inProcess, first, again).lines().forEach(out::println);
      Deliveries deliveries = Deliveries.read(kafka, broker.briefings());
      Checks checks = new Checks(first, again, deliveries, 2 * (warmUp + counted));
      out.println();
      checks.table().lines().forEach(out::println);
      return checks.hold() ? 0 : 1;
    }
  }

  /**
   * The parser alone.
   *
   * @param one with one thread
   * @param all with as many as the service has
   */
  private record InProcess(Measured one, Measured all) {}

  private Measured inProcess(int threads) throws RunnerException {
    Path log = root.resolve("deploy/bench/target/in-process.log");
    out.println("Measuring in-process, threads: " + threads + "; JMH's log is " + log);
    return new ParseRun(threads, 1, 3, 5, JVM, log).briefing(pages);
  }

  /** The service makes the topics, and is down while they are filled. */
  private void fill(String kafka) {
    out.println("Filling the topic with " + (warmUp + counted) + " pages");
    ParseService.start(root, kafka, JVM, null).close();
    new Captures(pages.pages()).write(kafka, warmUp + counted);
  }

  private Pace run(String name, Broker broker, String kafka, long before) {
    Path recording = record ? root.resolve("deploy/bench/target/parse-service.jfr") : null;
    try (ParseService service = ParseService.start(root, kafka, JVM, recording)) {
      out.println("Measuring the " + name + "; the service's log is " + service.log());
      return new Watch(broker, service, before).pace(warmUp, warmUp + counted);
    }
  }

  private static Table table(InProcess inProcess, Pace first, Pace again) {
    Table table =
        new Table(
                "",
                "pages/s",
                "of one thread",
                "of all",
                "service ms",
                "broker ms",
                "by processor",
                "without broker")
            .row(row("in-process, threads: 1", inProcess.one(), inProcess))
            .row(row("in-process, threads: " + THREADS, inProcess.all(), inProcess));
    return table
        .row(row("service, first delivery", first, inProcess))
        .row(row("service, redelivery", again, inProcess));
  }

  private static String[] row(String name, Measured measured, InProcess inProcess) {
    double pages = measured.pagesPerSecond();
    double nanos = measured.processorNanos();
    return cells(name, pages, inProcess, nanos, 0);
  }

  private static String[] row(String name, Pace pace, InProcess inProcess) {
    return cells(name, pace.pagesPerSecond(), inProcess, pace.serviceNanos(), pace.brokerNanos());
  }

  private static String[] cells(
      String name, double pages, InProcess inProcess, double nanos, double brokerNanos) {
    double alone = inProcess.all().processorNanos();
    return new String[] {
      name,
      number(pages),
      percent(pages / inProcess.one().pagesPerSecond()),
      percent(pages / inProcess.all().pagesPerSecond()),
      millis(nanos),
      millis(brokerNanos),
      percent(alone / (nanos + brokerNanos)),
      percent(alone / nanos)
    };
  }

  private static String percent(double part) {
    return number(100 * part) + " %";
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }

  private static String millis(double nanos) {
    return String.format(Locale.ROOT, "%.2f", nanos / 1e6);
  }
}
