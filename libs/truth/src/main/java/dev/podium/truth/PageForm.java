package dev.podium.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A form in which folders hold pages and what is known of them. */
interface PageForm {

  /** Whether the folder has this form, from the names and first lines of its files. */
  boolean fits(Path folder) throws IOException;

  /**
   * Reads the pages.
   *
   * @throws InvalidSetException naming file and line of what is wrong
   */
  List<TruePage> read(String set, Path folder) throws IOException;

  /** The files of a folder that end so, by name. */
  static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** For a page whose address nobody wrote down; without digits that a date could be read from. */
  static String inventedUrl(String set, int ordinal) {
    return "https://pages.example/" + set + "/" + ordinal;
  }
}
