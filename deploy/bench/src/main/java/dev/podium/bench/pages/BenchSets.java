package dev.podium.bench.pages;

import dev.podium.parse.briefing.ParserFiles;
import dev.podium.truth.PageSets;
import dev.podium.truth.TrueSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pages to measure speed with: real ones, as far as sites serve them so; where there are none,
 * those that the project ships.
 *
 * @param origin says in one line where they come from
 */
public record BenchSets(List<BenchSet> sets, String origin) {

  /** The name of all sets together. */
  public static final String ALL = "all";

  public BenchSets {
    sets = List.copyOf(sets);
  }

  /** Those of the checkout whose commands started this JVM. */
  public static BenchSets find() {
    Path root = Path.of(System.getProperty("podium.root"));
    Path data = PageSets.data(root);
    return Files.isDirectory(data)
        ? new BenchSets(
            served(PageSets.below(data)).map(BenchSets::read).toList(),
            "Real pages from " + data + ".")
        : new BenchSets(
            PageSets.shipped(root).stream().map(BenchSets::read).toList(),
            "There are no real pages in "
                + data
                + " ("
                + PageSets.VARIABLE
                + " names another folder): measuring with the pages that the project ships.");
  }

  /** Texts that somebody extracted cost Jsoup nothing, and no site serves them. */
  private static Stream<TrueSet> served(List<TrueSet> sets) {
    return sets.stream()
        .filter(
            set ->
                set.pages().stream()
                    .anyMatch(page -> !page.contentType().startsWith("text/plain")));
  }

  private static BenchSet read(TrueSet set) {
    PageReader reader = new PageReader(ParserFiles.dialects(null), null);
    return new BenchSet(
        set.name(), set.pages().stream().map(page -> BenchPage.of(page, reader)).toList());
  }

  /** One set by its name, or all together. */
  public BenchSet named(String name) {
    return name.equals(ALL)
        ? new BenchSet(ALL, sets.stream().flatMap(set -> set.pages().stream()).toList())
        : sets.stream().filter(set -> set.name().equals(name)).findFirst().orElseThrow();
  }
}
