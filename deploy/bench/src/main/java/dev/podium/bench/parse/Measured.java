package dev.podium.bench.parse;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What a benchmark gave for a set.
 *
 * @param pagesPerSecond of all its threads
 * @param error of the pages per second: half of the 99.9 % confidence interval
 * @param processorNanos of all threads together, for a page
 * @param bytesPerPage allocated on the heap
 */
public record Measured(
    double pagesPerSecond, double error, double processorNanos, double bytesPerPage) {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /** Reads JMH's result, whose operation is a pass over the set. */
  static Measured of(RunResult result, int pages) {
    Result<?> passes = result.getPrimaryResult();
    return new Measured(
        passes.getScore() * pages,
        passes.getScoreError() * pages,
        ofPage(result, ProcessorProfiler.NANOS, pages),
        ofPage(result, ALLOCATION, pages));
  }

  private static double ofPage(RunResult result, String profiled, int pages) {
    return result.getSecondaryResults().get(profiled).getScore() / pages;
  }

  /** The mean of two, of which one came before what it is compared with, and one after. */
  public static Measured mean(Measured one, Measured other) {
    return new Measured(
        (one.pagesPerSecond + other.pagesPerSecond) / 2,
        Math.max(one.error, other.error),
        (one.processorNanos + other.processorNanos) / 2,
        (one.bytesPerPage + other.bytesPerPage) / 2);
  }
}
