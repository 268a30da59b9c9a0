package dev.podium.bench.crawl;

import dev.podium.bench.pages.BenchPage;
import dev.podium.bench.pages.BenchSets;
import dev.podium.bench.table.Machine;
import dev.podium.bench.table.Table;
import dev.podium.bench.topic.TopicEnds;
import dev.podium.contracts.topic.Topics;
import dev.podium.local.server.LocalServers;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ingest-service crawling a local site, beside what only fetches. */
@Command(name = "deploy/bench/crawl")
public final class CrawlSpeed implements Callable<Integer> {

  /** As the image runs it, with a heap that no machine has to guess. */
  private static final List<String> JVM =
      List.of(
          "-Xms512m",
          "-Xmx512m",
          "-XX:+UseCompactObjectHeaders",
          "-XX:+UseParallelGC",
          "-XX:NewRatio=1");

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path root = Path.of(System.getProperty("podium.root"));
  private final PrintStream out = System.out;

  @Option(names = "--pages", paramLabel = "N", defaultValue = "12000")
  private int pages;

  @Option(names = "--hosts", paramLabel = "N", defaultValue = "8")
  private int hosts;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new CrawlSpeed()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    BenchSets sets = BenchSets.find();
    out.println(sets.origin());
    out.println(Machine.now() + " at the start.");
    List<BenchPage> bodies = sets.named(BenchSets.ALL).pages();
    Vertx vertx = Vertx.vertx();
    try (PageSite site = new PageSite(vertx, bodies, hosts, pages / hosts)) {
      out.println("The bare loop, to warm up and then to count");
      double unused = BareLoop.pagesPerSecond(vertx, site);
      double bare = BareLoop.pagesPerSecond(vertx, site);
      out.println("Scrapy");
      OptionalDouble scrapy = Scrapy.pagesPerSecond(root, site);
      out.println("The service");
      double service = crawl(site);
      out.println(Machine.now() + " at the end.");
      out.println();
      table(bare, scrapy, service).lines().forEach(out::println);
      return 0;
    } finally {
      PageSite.wait(vertx.close());
    }
  }

  /** The second half counts: in the first, the compiler learns. */
  private double crawl(PageSite site) {
    String kafka = LocalServers.kafka().bootstrapServers();
    try (IngestService service =
            IngestService.start(root, site, "crawl" + System.currentTimeMillis(), JVM);
        TopicEnds topic = new TopicEnds(kafka, Topics.PAGES)) {
      int all = site.hosts().size() * site.pagesOfHost();
      long start = await(service, topic, all / 2);
      long end = await(service, topic, all);
      return (all - all / 2) * 1e9 / (end - start);
    }
  }

  private static long await(IngestService service, TopicEnds topic, int wanted) {
    long count = topic.count();
    long progress = System.nanoTime();
    while (count < wanted) {
      if (!service.isAlive() || System.nanoTime() - progress > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "only " + count + " of " + wanted + " pages came; see " + service.log());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      long now = topic.count();
      progress = now > count ? System.nanoTime() : progress;
      count = now;
    }
    return System.nanoTime();
  }

  private Table table(double bare, OptionalDouble scrapy, double service) {
    String connections = Integer.toString(hosts);
    Table table =
        new Table("", "connections", "pages/s", "of the loop", "of Scrapy")
            .row("bare loop, bodies only read", connections, number(bare), "1.00", "");
    scrapy.ifPresent(
        rate ->
            table.row(
                "Scrapy, bodies in a file", connections, number(rate), ratio(rate / bare), "1.00"));
    return table.row(
        "service, archived and in Kafka",
        connections,
        number(service),
        ratio(service / bare),
        scrapy.isPresent() ? ratio(service / scrapy.getAsDouble()) : "not installed");
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }
}
