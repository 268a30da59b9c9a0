package dev.podium.bench.pages;

import java.util.List;

/** Pages of one kind, with what is known of them. */
public record TrueSet(String name, List<TruePage> pages) {

  public TrueSet {
    pages = List.copyOf(pages);
  }

  PageSet withoutTruth() {
    return new PageSet(name, pages.stream().map(TruePage::page).toList());
  }
}
