package dev.podium.whole;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project lies: the nearest folder above that has the Maven settings. */
final class ProjectRoot {

  static Path find() {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no project above " + here);
  }

  private ProjectRoot() {}
}
