package dev.podium.truth;

import java.nio.file.Path;
import java.util.List;

/** Pages of one kind, in the order of their names or of their manifest. */
public record TrueSet(String name, Path folder, List<TruePage> pages) {

  public TrueSet {
    pages = List.copyOf(pages);
  }
}
