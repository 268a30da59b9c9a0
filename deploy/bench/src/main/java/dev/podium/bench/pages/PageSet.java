package dev.podium.bench.pages;

import java.util.List;

/** Pages of one kind. */
public record PageSet(String name, List<BenchPage> pages) {

  public PageSet {
    pages = List.copyOf(pages);
  }
}
