package dev.podium.parse.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The YAML files that are shipped, and those of an optional folder. */
public final class YamlFiles {

  /**
   * The shipped ones, read from the class path; the names are a list since jars cannot be listed.
   */
  public static List<Declaration> shipped(String folder, List<String> names) {
    List<Declaration> files = new ArrayList<>();
    for (String name : names) {
      String path = "/" + folder + "/" + name + ".yaml";
      InputStream stream = YamlFiles.class.getResourceAsStream(path);
      if (stream == null) {
        throw new InvalidDeclarationException(path + " is not on the class path");
      }
      files.add(Declaration.read(folder + "/" + name + ".yaml", stream));
    }
    return files;
  }

  /** All of a folder, by name; none for null. */
  public static List<Declaration> in(Path folder) {
    if (folder == null) {
      return List.of();
    }
    if (!Files.isDirectory(folder)) {
      throw new InvalidDeclarationException(folder + " is no folder");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.ya?ml"))
          .sorted()
          .map(YamlFiles::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }

  private static Declaration read(Path file) {
    try {
      return Declaration.read(file.toString(), Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private YamlFiles() {}
}
