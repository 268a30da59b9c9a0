package dev.podium.local.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the local stack runs, and whether it is as new as what it is made from. */
final class Artefacts {

  private static final List<String> SHARED =
      List.of("pom.xml", "libs/contracts", "libs/service-kit");
  private static final List<String> PROGRAM = List.of("pom.xml", "libs/contracts", "deploy/local");

  private static final List<Artefact> ALL =
      List.of(
          new Artefact(
              "deploy/servers/target/servers/kafka/lib", List.of("deploy/servers/pom.xml")),
          new Artefact("deploy/servers/target/servers/elasticsearch", List.of()),
          new Artefact("deploy/servers/target/servers/postgresql", List.of()),
          new Artefact(
              "deploy/analysis-plugin/target/plugin/briefing-analysis",
              List.of("deploy/analysis-plugin")),
          new Artefact("deploy/local/target/local.jar", PROGRAM),
          service("ingest-service"),
          service("parse-service"),
          service("index-service"),
          service("api-gateway"));

  private final Path root;

  Artefacts(Path root) {
    this.root = root;
  }

  /**
   * What is made from what, as paths from the root; a folder stands for its pom and main sources.
   */
  private record Artefact(String path, List<String> sources) {}

  private static Artefact service(String module) {
    return new Artefact(
        module + "/target/quarkus-app/quarkus-run.jar",
        Stream.concat(SHARED.stream(), Stream.of(module)).toList());
  }

  /** Why a build is needed; empty when everything is there and new enough. */
  Optional<String> firstStale() throws IOException {
    for (Artefact artefact : ALL) {
      Path path = root.resolve(artefact.path());
      if (!Files.exists(path)) {
        return Optional.of(artefact.path() + " is not there yet");
      }
      FileTime built = later(Files.getLastModifiedTime(path), stamped());
      for (String source : artefact.sources()) {
        Optional<Path> changed = newerThan(built, root.resolve(source));
        if (changed.isPresent()) {
          return Optional.of(root.relativize(changed.get()) + " has changed");
        }
      }
    }
    return Optional.empty();
  }

  private static FileTime later(FileTime one, FileTime other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** Maven leaves some artefacts alone that it finds unchanged, hence a time of our own. */
  private FileTime stamped() throws IOException {
    return Files.exists(stampFile())
        ? Files.getLastModifiedTime(stampFile())
        : FileTime.from(Instant.EPOCH);
  }

  private Path stampFile() {
    return root.resolve("deploy/local/target/.built");
  }

  void stamp() throws IOException {
    Files.writeString(stampFile(), Instant.now() + "\n");
  }

  private static Optional<Path> newerThan(FileTime built, Path source) throws IOException {
    List<Path> roots =
        Files.isDirectory(source)
            ? List.of(source.resolve("pom.xml"), source.resolve("src/main"))
            : List.of(source);
    for (Path root : roots) {
      Optional<Path> changed = changedIn(root, built);
      if (changed.isPresent()) {
        return changed;
      }
    }
    return Optional.empty();
  }

  /** A file or all in a folder; the samples are read where they are and need no build. */
  private static Optional<Path> changedIn(Path root, FileTime built) throws IOException {
    if (!Files.exists(root)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(root.resolve("samples")))
          .filter(file -> isNewer(file, built))
          .findFirst();
    }
  }

  private static boolean isNewer(Path file, FileTime built) {
    return FileTime.fromMillis(file.toFile().lastModified()).compareTo(built) > 0;
  }
}
