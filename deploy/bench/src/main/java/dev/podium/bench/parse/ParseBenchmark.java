package dev.podium.bench.parse;

import dev.podium.bench.pages.BenchPage;
import dev.podium.bench.pages.BenchSets;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.ParserFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** An operation is a pass over all pages of a set, so that each counts as often as the others. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ParseBenchmark {

  @Param(BenchSets.ALL)
  public String set;

  private List<BenchPage> pages;
  private BriefingParser parser;

  @Setup
  public void read() {
    pages = BenchSets.find().named(set).pages();
    parser = ParserFiles.read(null, null);
  }

  /** Bytes to briefing. */
  @Benchmark
  public void briefing(Blackhole results) {
    for (BenchPage page : pages) {
      results.consume(parser.parse(page.body(), page.facts()));
    }
  }

  /** Bytes to a tree of elements, from which nothing is read yet. */
  @Benchmark
  public void jsoup(Blackhole results) throws IOException {
    for (BenchPage page : pages) {
      results.consume(
          Jsoup.parse(
              new ByteArrayInputStream(page.body()), page.facts().charset(), page.facts().url()));
    }
  }
}
