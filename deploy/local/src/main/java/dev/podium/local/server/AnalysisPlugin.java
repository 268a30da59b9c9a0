package dev.podium.local.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Puts the project's analysis plugin into an unpacked Elasticsearch, where the build has made it.
 */
final class AnalysisPlugin {

  private AnalysisPlugin() {}

  /** Does nothing when the same plugin is there already. */
  static void install(Path built, Path elasticsearchHome) throws IOException {
    if (!Files.isDirectory(built)) {
      return;
    }
    Path installed = elasticsearchHome.resolve("plugins").resolve(built.getFileName());
    try (FileChannel lock =
            FileChannel.open(
                elasticsearchHome.resolve(".plugin.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var held = lock.lock()) {
      if (held.isValid() && !same(built, installed)) {
        replace(built, installed, elasticsearchHome.resolve(".plugin.new"));
      }
    }
  }

  private static boolean same(Path built, Path installed) throws IOException {
    List<Path> files = Folders.files(built);
    if (!Files.isDirectory(installed) || Folders.files(installed).size() != files.size()) {
      return false;
    }
    for (Path file : files) {
      Path copy = installed.resolve(built.relativize(file).toString());
      if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Prepared elsewhere: the server takes everything in its plugin folder for a plugin. */
  private static void replace(Path built, Path installed, Path staging) throws IOException {
    Folders.delete(staging);
    Folders.copy(built, staging);
    Folders.delete(installed);
    Files.move(staging, installed);
  }
}
