package dev.podium.bench.parse;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What a benchmark gave for a set.
 *
 * @param pagesPerSecond of all its threads
 * @param error of the pages per second: half of the 99.9 % confidence interval
 * @param bytesPerPage allocated on the heap
 */
public record Measured(double pagesPerSecond, double error, double bytesPerPage) {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /** Reads JMH's result, whose operation is a pass over the set. */
  static Measured of(RunResult result, int pages) {
    Result<?> passes = result.getPrimaryResult();
    Result<?> allocation = result.getSecondaryResults().get(ALLOCATION);
    return new Measured(
        passes.getScore() * pages, passes.getScoreError() * pages, allocation.getScore() / pages);
  }
}
