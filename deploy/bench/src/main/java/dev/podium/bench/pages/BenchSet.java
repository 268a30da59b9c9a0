package dev.podium.bench.pages;

import java.util.List;

/** Pages of one kind. */
public record BenchSet(String name, List<BenchPage> pages) {

  public BenchSet {
    pages = List.copyOf(pages);
  }
}
