package dev.podium.bench.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The pages to measure with: real ones from the folder that {@code PODIUM_DATA} names, or {@code
 * ../shared/data} beside the project; where there are none, those that the project ships.
 *
 * @param origin says in one line where they come from
 */
public record PageSets(List<PageSet> sets, String origin) {

  /** The name of all sets together. */
  public static final String ALL = "all";

  private static final String VARIABLE = "PODIUM_DATA";

  public PageSets {
    sets = List.copyOf(sets);
  }

  /** Those of the checkout whose commands started this JVM. */
  public static PageSets find() {
    Path root = Path.of(System.getProperty("podium.root"));
    try {
      return read(root, data(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of real pages, which may be absent. */
  public static Path data(Path root) {
    String named = System.getenv(VARIABLE);
    return named == null ? root.resolve("../shared/data").normalize() : Path.of(named);
  }

  private static PageSets read(Path root, Path data) throws IOException {
    List<PageSet> real = Files.isDirectory(data) ? RealPages.sets(data) : List.of();
    return real.isEmpty()
        ? new PageSets(
            ShippedPages.sets(root),
            "There are no real pages in "
                + data
                + " ("
                + VARIABLE
                + " names another folder): measuring with the pages that the project ships.")
        : new PageSets(real, "Real pages from " + data + ".");
  }

  /** One set by its name, or all together. */
  public PageSet named(String name) {
    return name.equals(ALL)
        ? new PageSet(ALL, sets.stream().flatMap(set -> set.pages().stream()).toList())
        : sets.stream().filter(set -> set.name().equals(name)).findFirst().orElseThrow();
  }
}
