package dev.podium.bench.parse;

import dev.podium.bench.pages.BenchSet;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How the benchmarks are run, each in JVMs of its own.
 *
 * @param threads that parse at the same time
 * @param forks JVMs, one after the other
 * @param iterations that count, after three times as many for warm-up: it takes half a minute until
 *     the compiler has seen all of the parser
 * @param seconds of an iteration
 * @param jvm flags of those JVMs
 * @param log receives what JMH says
 */
public record ParseRun(
    int threads, int forks, int iterations, int seconds, List<String> jvm, Path log) {

  public ParseRun {
    jvm = List.copyOf(jvm);
  }

  /** Bytes to briefing. */
  public Measured briefing(BenchSet set) throws RunnerException {
    return run("briefing", set);
  }

  /** {@code Jsoup.parse} alone. */
  Measured jsoup(BenchSet set) throws RunnerException {
    return run("jsoup", set);
  }

  private Measured run(String benchmark, BenchSet set) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(ParseBenchmark.class.getName() + '.' + benchmark)
            .param("set", set.name())
            .threads(threads)
            .forks(forks)
            .warmupIterations(3 * iterations)
            .warmupTime(TimeValue.seconds(seconds))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.seconds(seconds))
            .addProfiler(GCProfiler.class)
            .addProfiler(ProcessorProfiler.class)
            .jvmArgs(flags())
            .output(log.toString());
    return Measured.of(new Runner(options.build()).runSingle(), set.pages().size());
  }

  private String[] flags() {
    return Stream.concat(
            jvm.stream(), Stream.of("-Dpodium.root=" + System.getProperty("podium.root")))
        .toArray(String[]::new);
  }
}
