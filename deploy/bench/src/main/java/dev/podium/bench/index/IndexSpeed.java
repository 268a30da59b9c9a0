package dev.podium.bench.index;

import dev.podium.bench.pages.BenchSets;
import dev.podium.bench.table.Machine;
import dev.podium.bench.table.Table;
import dev.podium.contracts.briefing.Briefing;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Index-service from Kafka to what a search finds, beside a bare loop of bulk requests. */
@Command(name = "deploy/bench/index")
public final class IndexSpeed implements Callable<Integer> {

  private static final int MEBIBYTE = 1024 * 1024;
  private static final List<Integer> REQUEST_MEBIBYTES = List.of(1, 2, 4, 8, 16);

  private final Path root = Path.of(System.getProperty("podium.root"));
  private final PrintStream out = System.out;
  private final String origin;
  private final Corpus corpus;
  private int used;

  @Option(names = "--briefings", paramLabel = "N", defaultValue = "4000")
  private int counted;

  @Option(names = "--warm-up", paramLabel = "N", defaultValue = "8000")
  private int warmUp;

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "60")
  private int seconds;

  @Option(names = "--rate", paramLabel = "N", defaultValue = "20")
  private int rate;

  @Option(names = "--exchanges", paramLabel = "N", defaultValue = "1000000")
  private int exchanges;

  @Option(names = "--instances", paramLabel = "N", defaultValue = "3")
  private int instances;

  @Option(names = "--record")
  private boolean record;

  private IndexSpeed(BenchSets sets) {
    this.corpus = new Corpus(sets.named(BenchSets.ALL));
    this.origin = sets.origin();
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new IndexSpeed(BenchSets.find())).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    out.println(origin);
    out.println(Machine.now() + " at the start.");
    out.printf(
        Locale.ROOT, "A briefing has %.1f exchanges in the mean.%n", corpus.exchangesPerBriefing());
    int size;
    try (Servers servers = empty()) {
      size = bestSize(new BareLoop(servers));
    }
    scale(size);
    try (Servers servers = empty()) {
      latency(servers);
      if (exchanges > 0) {
        growth(servers);
      }
    }
    out.println(Machine.now() + " at the end.");
    return 0;
  }

  /** New servers, with indices and topics, which the service makes. */
  private Servers empty() throws IOException {
    Servers servers = Servers.start();
    Instances.start(root, servers, 1, null).close();
    return servers;
  }

  private List<Briefing> next(int count) {
    int from = used;
    used += count;
    return IntStream.range(from, used).mapToObj(corpus::get).toList();
  }

  private void publish(Servers servers, int count) {
    try (Publisher publisher = new Publisher(servers)) {
      for (int end = used + count; used < end; used++) {
        publisher.send(corpus.get(used));
      }
    }
  }

  /** Of the requests of the loop, each size having briefings of its own. */
  private int bestSize(BareLoop loop) throws IOException {
    BareLoop.Pace unused = loop.send(next(warmUp + counted), warmUp, MEBIBYTE);
    int best = 0;
    double rate = 0;
    Table table = new Table("bare loop, MiB a request", "briefings/s", "search ms");
    for (int size : REQUEST_MEBIBYTES) {
      BareLoop.Pace found = loop.send(next(counted / 2), 0, size * MEBIBYTE);
      best = found.rate() > rate ? size : best;
      rate = Math.max(rate, found.rate());
      table.row(Integer.toString(size), number(found.rate()), number(found.millis()));
    }
    print(table);
    return best * MEBIBYTE;
  }

  private BareLoop.Pace bare(int size) throws IOException {
    try (Servers servers = empty()) {
      return new BareLoop(servers).send(next(warmUp + counted), warmUp, size);
    }
  }

  /**
   * The loop before and after each row. Each begins with an empty index: Elasticsearch merges more
   * or less with what is there already.
   *
   * @param size of the loop's requests
   */
  private void scale(int size) throws IOException {
    Table table =
        new Table(
            "instances",
            "briefings/s",
            "bare loop",
            "of bare",
            "of one",
            "service ms",
            "broker ms",
            "search ms",
            "bare search ms",
            "by processor");
    double one = 0;
    BareLoop.Pace before = bare(size);
    for (int count = 1; count <= instances; count++) {
      Run run = scaled(count);
      BareLoop.Pace after = bare(size);
      BareLoop.Pace bare = before.mean(after);
      before = after;
      one = count == 1 ? run.rate() : one;
      double service = run.millis(run.costs().service());
      double search = run.millis(run.costs().elasticsearch());
      table.row(
          Integer.toString(count),
          number(run.rate()),
          number(bare.rate()),
          percent(run.rate() / bare.rate()),
          percent(run.rate() / one),
          number(service),
          number(run.millis(run.costs().broker())),
          number(search),
          number(bare.millis()),
          percent(bare.millis() / (service + search)));
    }
    print(table);
  }

  private Run scaled(int count) throws IOException {
    try (Servers servers = empty()) {
      return run(servers, count, warmUp, counted);
    }
  }

  private Run run(Servers servers, int count, int before, int wanted) throws IOException {
    long there = new Elasticsearch(servers).searchable("briefings");
    publish(servers, before + wanted);
    Path recording = record ? root.resolve("deploy/bench/target/index-service.jfr") : null;
    return Run.of(root, servers, count, there, before, wanted, recording);
  }

  private void latency(Servers servers) throws IOException {
    Elasticsearch elasticsearch = new Elasticsearch(servers);
    Instances running = Instances.start(root, servers, 1, null);
    try (running;
        Publisher publisher = new Publisher(servers)) {
      // The first half is the warm-up.
      Latency.measure(publisher, elasticsearch, next(rate * seconds), rate);
      Latency latency = Latency.measure(publisher, elasticsearch, next(rate * seconds), rate);
      print(
          new Table("published to searchable", "p50 ms", "p99 ms")
              .row(
                  rate + " briefings/s",
                  Long.toString(latency.percentile(50)),
                  Long.toString(latency.percentile(99))));
    }
  }

  private void growth(Servers servers) throws IOException {
    Elasticsearch elasticsearch = new Elasticsearch(servers);
    int briefings = (int) (exchanges / corpus.exchangesPerBriefing());
    long bytes = elasticsearch.bytes();
    long before = elasticsearch.searchable("exchanges");
    Run run = run(servers, 1, warmUp, briefings);
    double added = elasticsearch.searchable("exchanges") - before;
    print(
        new Table("exchanges", "first tenth/s", "last tenth/s", "last of first", "bytes/exchange")
            .row(
                number(added),
                number(run.first()),
                number(run.last()),
                percent(run.last() / run.first()),
                number((elasticsearch.bytes() - bytes) / added)));
  }

  private void print(Table table) {
    out.println();
    table.lines().forEach(out::println);
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, number < 100 ? "%.1f" : "%.0f", number);
  }

  private static String percent(double part) {
    return number(100 * part) + " %";
  }
}
