package dev.podium.local.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A {@code manifest.jsonl}: a page per line, its body in a file beside it. */
public final class Manifest {

  private static final String NAME = "manifest.jsonl";

  private final Path file;

  private Manifest(Path file) {
    this.file = file;
  }

  /** Of a folder that holds one, or the manifest itself. */
  public static Manifest of(Path folderOrFile) throws IOException {
    Path file = Files.isDirectory(folderOrFile) ? folderOrFile.resolve(NAME) : folderOrFile;
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return new Manifest(file.toRealPath());
  }

  /** Takes what a manifest says, in order. */
  interface Reading {

    void entry(ManifestEntry entry) throws InterruptedException;
  }

  /** The number of lines that are not blank. */
  int size() throws IOException {
    int size = 0;
    try (Reader reader = open()) {
      BoundedLines lines = new BoundedLines(reader);
      for (String line = lines.next(); line != null; line = lines.next()) {
        size += line.isBlank() ? 0 : 1;
      }
    }
    return size;
  }

  void read(Reading reading) throws IOException, InterruptedException {
    ManifestLine parser = new ManifestLine(file.getParent());
    try (Reader reader = open()) {
      BoundedLines lines = new BoundedLines(reader);
      int number = 0;
      for (String line = lines.next(); line != null; line = lines.next()) {
        number++;
        if (!line.isBlank()) {
          reading.entry(parser.read(number, line));
        }
      }
    }
  }

  /** Damaged bytes become replacement characters, which the line's checks then meet. */
  private Reader open() throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }
}
