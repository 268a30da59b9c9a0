package dev.podium.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds sets of pages by the forms that their folders have. */
public final class PageSets {

  /** What names the folder of real pages. */
  public static final String VARIABLE = "PODIUM_DATA";

  private static final String GOLDEN = "parse-service/src/test/resources/golden";
  private static final String SAMPLES = "deploy/local/src/main/samples";

  /** The text form is last: it takes whatever ends in .txt. */
  private static final List<PageForm> FORMS =
      List.of(
          new ManifestForm(),
          new SamplesForm(),
          new GoldenForm(),
          new MarkdownForm(),
          new TurnsForm(),
          new TextForm());

  /**
   * Where real pages are: the folder that {@code PODIUM_DATA} names, or {@code ../shared/data}
   * beside the project. It may be missing.
   *
   * @param root of the project
   */
  public static Path data(Path root) {
    String named = System.getenv(VARIABLE);
    return named == null ? root.resolve("../shared/data").normalize() : Path.of(named);
  }

  /** The pages that the project ships: the parser's golden ones, and the local stack's samples. */
  public static List<TrueSet> shipped(Path root) {
    return Stream.of(GOLDEN, SAMPLES).flatMap(set -> below(root.resolve(set)).stream()).toList();
  }

  /** The set of this name in the folder of real pages. */
  public static TrueSet named(Path data, String name) {
    return read(name, data.resolve(name));
  }

  /**
   * All sets below the folder of real pages, named by their paths in it.
   *
   * @throws InvalidSetException if there is no such folder, or nothing in it
   */
  public static List<TrueSet> below(Path folder) {
    return find(folder, "");
  }

  /**
   * The folder's own set, or all below it, named by the folder as they are where it is one of the
   * folder of real pages.
   *
   * @throws InvalidSetException if there is no such folder, or nothing in it
   */
  public static List<TrueSet> at(Path folder) {
    return find(folder, name(folder) + "/");
  }

  private static List<TrueSet> find(Path folder, String prefix) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidSetException(folder + " is no folder");
    }
    List<TrueSet> sets = new ArrayList<>();
    collect(name(folder), folder, prefix, sets);
    if (sets.isEmpty()) {
      throw new InvalidSetException(
          folder
              + " holds no pages in a form that is known: manifest.jsonl, golden folders, Markdown"
              + " with front matter, turns, or text");
    }
    return sets;
  }

  private static void collect(String name, Path folder, String prefix, List<TrueSet> sets) {
    try {
      if (form(folder) != null) {
        sets.add(read(name, folder));
        return;
      }
      try (Stream<Path> folders = Files.list(folder)) {
        for (Path below : folders.filter(Files::isDirectory).sorted().toList()) {
          String path = prefix + name(below);
          collect(path, below, path + "/", sets);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrueSet read(String name, Path folder) {
    try {
      PageForm form = form(folder);
      if (form == null) {
        throw new InvalidSetException(folder + " holds no pages in a form that is known");
      }
      return new TrueSet(name, folder, form.read(name, folder));
    } catch (NoSuchFileException e) {
      throw new InvalidSetException("there is no file " + e.getFile(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PageForm form(Path folder) throws IOException {
    for (PageForm form : FORMS) {
      if (form.fits(folder)) {
        return form;
      }
    }
    return null;
  }

  private static String name(Path folder) {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  private PageSets() {}
}
