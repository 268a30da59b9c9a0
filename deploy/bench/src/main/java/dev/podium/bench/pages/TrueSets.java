package dev.podium.bench.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads folders of pages, each by the form that it has. */
public final class TrueSets {

  /** The project's own golden pages. */
  public static TrueSet golden(Path root) {
    Path folder = root.resolve("parse-service/src/test/resources/golden");
    return in(folder).orElseThrow(() -> new IllegalArgumentException(folder + " has no pages"));
  }

  /** All sets below a folder of data, by name. */
  public static List<TrueSet> below(Path data) {
    List<TrueSet> sets = new ArrayList<>();
    for (Path folder : list(data)) {
      if (Files.isDirectory(folder)) {
        in(folder).ifPresent(sets::add);
      }
    }
    return sets;
  }

  /** The set in a folder; empty where it has none of the forms. */
  public static Optional<TrueSet> in(Path folder) {
    try {
      return read(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }

  private static Optional<TrueSet> read(Path folder) throws IOException {
    String name = folder.getFileName().toString();
    List<Path> inside = list(folder);
    List<TruePage> pages;
    if (Files.exists(folder.resolve("manifest.jsonl"))) {
      pages = ManifestPages.read(folder);
    } else if (Files.isDirectory(folder.resolve("turns"))) {
      pages = TurnPages.read(list(folder.resolve("turns")));
    } else if (inside.stream().anyMatch(path -> path.toString().endsWith(".md"))) {
      pages = MarkdownPages.read(inside);
    } else {
      pages = GoldenPages.read(inside);
    }
    return pages.isEmpty() ? Optional.empty() : Optional.of(new TrueSet(name, pages));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }

  private TrueSets() {}
}
