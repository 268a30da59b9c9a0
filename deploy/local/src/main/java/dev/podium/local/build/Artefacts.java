package dev.podium.local.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the local stack runs, or a program beside it, and whether it is as new as what it is made
 * from.
 */
final class Artefacts {

  private static final String STACK = "deploy/local";

  private static final List<String> SHARED =
      List.of("pom.xml", "libs/contracts", "libs/service-kit");
  private static final List<String> PROGRAM = List.of("pom.xml", "libs/contracts", "deploy/local");

  private static final List<Artefact> OF_STACK =
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
  private final Optional<String> module;

  /**
   * Looks at the stack's, and at those of one more module.
   *
   * @param module a folder from the root whose name is that of its jar; empty for the stack alone
   */
  Artefacts(Path root, Optional<String> module) {
    this.root = root;
    this.module = module;
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

  /** It may use what services are made of, so that all that a change can touch makes it stale. */
  private static Artefact program(String module) {
    String name = module.substring(module.lastIndexOf('/') + 1);
    return new Artefact(
        module + "/target/" + name + ".jar",
        Stream.of(PROGRAM, SHARED, List.of("libs/truth", "parse-service", module))
            .flatMap(List::stream)
            .toList());
  }

  /** Why a build is needed; empty when everything is there and new enough. */
  Optional<String> firstStale() throws IOException {
    Optional<String> stale = firstStale(OF_STACK, STACK);
    return stale.isEmpty() && module.isPresent()
        ? firstStale(List.of(program(module.get())), module.get())
        : stale;
  }

  private Optional<String> firstStale(List<Artefact> artefacts, String stamp) throws IOException {
    for (Artefact artefact : artefacts) {
      Path path = root.resolve(artefact.path());
      if (!Files.exists(path)) {
        return Optional.of(artefact.path() + " is not there yet");
      }
      FileTime built = later(Files.getLastModifiedTime(path), stamped(stamp));
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
  private FileTime stamped(String of) throws IOException {
    return Files.exists(stampFile(of))
        ? Files.getLastModifiedTime(stampFile(of))
        : FileTime.from(Instant.EPOCH);
  }

  private Path stampFile(String of) {
    return root.resolve(of).resolve("target/.built");
  }

  void stamp() throws IOException {
    Files.writeString(stampFile(STACK), Instant.now() + "\n");
    if (module.isPresent()) {
      Files.writeString(stampFile(module.get()), Instant.now() + "\n");
    }
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
