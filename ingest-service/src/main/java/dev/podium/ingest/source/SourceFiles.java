package dev.podium.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds source files: those that come with the service, and those in a folder. */
final class SourceFiles {

  private static final String SHIPPED = "sources/";
  private static final String INDEX = SHIPPED + "index.txt";

  private final SourceProblems problems;
  private final SourceReader reader;

  SourceFiles(SourceProblems problems) {
    this.problems = problems;
    this.reader = new SourceReader(problems);
  }

  /** A jar cannot be listed, so an index file names what it holds. */
  List<Named> shipped() {
    List<Named> sources = new ArrayList<>();
    for (String name : lines(INDEX)) {
      String file = SHIPPED + name;
      try (Reader yaml = resource(file)) {
        add(sources, file, yaml.readAllAsString(), true);
      } catch (IOException e) {
        problems.add(file, "cannot be read: " + e.getMessage());
      }
    }
    return sources;
  }

  List<Named> in(Path directory) {
    List<Named> sources = new ArrayList<>();
    for (Path file : yamlFiles(directory)) {
      try (Reader yaml = Files.newBufferedReader(file)) {
        add(sources, file.toString(), yaml.readAllAsString(), false);
      } catch (IOException e) {
        problems.add(file.toString(), "cannot be read: " + e.getMessage());
      }
    }
    return sources;
  }

  private void add(List<Named> sources, String file, String text, boolean shipped) {
    Source source = reader.read(file, new StringReader(text), shipped);
    if (source != null) {
      sources.add(new Named(file, text, source));
    }
  }

  private List<Path> yamlFiles(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(SourceFiles::isYaml).sorted().toList();
    } catch (IOException e) {
      problems.add(
          directory.toString(),
          "the folder of ingest.sources.directory cannot be read: " + e.getMessage());
      return List.of();
    }
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static List<String> lines(String resource) {
    try (Reader text = resource(resource)) {
      return text.readAllLines().stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new IllegalStateException("the service is packed without " + resource, e);
    }
  }

  private static Reader resource(String name) throws IOException {
    InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
    if (stream == null) {
      throw new IOException("no such resource: " + name);
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }

  /**
   * A source and the file that declares it.
   *
   * @param text of the file
   */
  record Named(String file, String text, Source source) {}
}
