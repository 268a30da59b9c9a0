package dev.podium.local.site;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each page with steps was asked for, kept in a file so that a restart does not go back.
 */
final class Visits {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<String, Integer> counts;

  private Visits(Path file, Map<String, Integer> counts) {
    this.file = file;
    this.counts = counts;
  }

  static Visits keptIn(Path file) throws IOException {
    return new Visits(
        file,
        Files.exists(file)
            ? JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, Integer>>() {})
            : new TreeMap<>());
  }

  /** Counts one more and returns its number, from 1. */
  synchronized int next(String host, String path) throws IOException {
    int visit = counts.merge(host + path, 1, Integer::sum);
    save();
    return visit;
  }

  /** The number of the visit that would come next. */
  synchronized int upcoming(String host, String path) {
    return counts.getOrDefault(host + path, 0) + 1;
  }

  private void save() throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    JSON.writeValue(fresh.toFile(), counts);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
