package dev.podium.bench.gateway;

import dev.podium.bench.index.BareLoop;
import dev.podium.bench.index.Corpus;
import dev.podium.bench.index.Instances;
import dev.podium.bench.index.Servers;
import dev.podium.bench.pages.BenchSets;
import dev.podium.bench.table.Machine;
import dev.podium.bench.table.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Searches through the gateway beside the same bodies sent straight to Elasticsearch, and exports
 * beside a scroll.
 */
@Command(name = "deploy/bench/gateway")
public final class GatewaySpeed implements Callable<Integer> {

  private static final int REQUEST_BYTES = 4 * 1024 * 1024;
  private static final int TOGETHER = 1000;
  private static final List<Integer> CLIENTS = List.of(1, 8, 32);

  private final Path root = Path.of(System.getProperty("podium.root"));
  private final PrintStream out = System.out;
  private final String origin;
  private final Corpus corpus;

  @Option(names = "--briefings", paramLabel = "N", defaultValue = "7000")
  private int briefings;

  @Option(names = "--searches", paramLabel = "N", defaultValue = "600")
  private int searches;

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "30")
  private int seconds;

  @Option(names = "--rounds", paramLabel = "N", defaultValue = "3")
  private int rounds;

  @Option(names = "--record")
  private boolean record;

  private GatewaySpeed(BenchSets sets) {
    this.corpus = new Corpus(sets.named(BenchSets.ALL));
    this.origin = sets.origin();
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new GatewaySpeed(BenchSets.find())).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    out.println(origin);
    out.println(Machine.now() + " at the start.");
    try (Servers servers = Servers.start()) {
      Instances.start(root, servers, 1, null).close();
      fill(servers);
      List<Call> straight = record(servers);
      try (Gateway gateway =
          Gateway.start(root, servers, servers.elasticsearch().address(), recording())) {
        List<Call> through = new Questions(corpus.words()).calls(gateway.address(), searches);
        if (rounds > 0) {
          compare(through, straight);
        }
        out.println();
        new ExportSpeed(gateway, servers.elasticsearch().address()).table().forEach(out::println);
      }
    }
    out.println(Machine.now() + " at the end.");
    return 0;
  }

  private Path recording() {
    return record ? root.resolve("deploy/bench/target/gateway.jfr") : null;
  }

  private void fill(Servers servers) throws IOException {
    BareLoop loop = new BareLoop(servers);
    for (int from = 0; from < briefings; from += TOGETHER) {
      int end = Math.min(briefings, from + TOGETHER);
      var unused =
          loop.send(IntStream.range(from, end).mapToObj(corpus::get).toList(), 0, REQUEST_BYTES);
    }
    out.printf(
        Locale.ROOT,
        "%d briefings with %.0f exchanges are searched.%n",
        briefings,
        briefings * corpus.exchangesPerBriefing());
  }

  /** What the gateway asks Elasticsearch for, search by search. */
  private List<Call> record(Servers servers) throws IOException {
    try (Recorder recorder = new Recorder(servers.elasticsearch().address());
        Gateway gateway = Gateway.start(root, servers, recorder.address(), null)) {
      List<Call> calls = new Questions(corpus.words()).calls(gateway.address(), searches);
      int before = recorder.searches().size();
      Load.each(calls);
      List<Call> recorded = recorder.searches().subList(before, recorder.searches().size());
      if (recorded.size() != calls.size()) {
        throw new IllegalStateException(
            calls.size() + " searches are " + recorded.size() + " for Elasticsearch");
      }
      return recorded;
    }
  }

  /** Rounds alternate, so that what else happens on the machine meets both. */
  private void compare(List<Call> through, List<Call> straight) {
    Table table =
        new Table(
            "clients",
            "gateway/s",
            "bare/s",
            "of bare",
            "gateway p50 ms",
            "bare p50 ms",
            "gateway p99 ms",
            "bare p99 ms",
            "p99 more");
    for (int clients : CLIENTS) {
      Duration time = Duration.ofSeconds(seconds);
      // From these the compilers learn.
      Load ours = Load.of(through, clients, time);
      Load bare = Load.of(straight, clients, time);
      for (int round = 0; round < rounds; round++) {
        Load oursNow = Load.of(through, clients, time);
        Load bareNow = Load.of(straight, clients, time);
        ours = round == 0 ? oursNow : ours.and(oursNow, round);
        bare = round == 0 ? bareNow : bare.and(bareNow, round);
      }
      table.row(
          Integer.toString(clients),
          number(ours.rate()),
          number(bare.rate()),
          number(100 * ours.rate() / bare.rate()) + " %",
          number(ours.percentile(50)),
          number(bare.percentile(50)),
          number(ours.percentile(99)),
          number(bare.percentile(99)),
          number(ours.percentile(99) - bare.percentile(99)));
    }
    out.println();
    table.lines().forEach(out::println);
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, Math.abs(number) < 100 ? "%.1f" : "%.0f", number);
  }
}
