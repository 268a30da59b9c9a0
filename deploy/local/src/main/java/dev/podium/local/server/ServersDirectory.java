package dev.podium.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the build has put the servers: {@code deploy/servers/target/servers} of this checkout. */
public final class ServersDirectory {

  private static final String IN_CHECKOUT = "deploy/servers/target/servers";

  private static final String PLUGIN = "deploy/analysis-plugin/target/plugin/briefing-analysis";

  private final Path root;
  private final Path plugin;

  private ServersDirectory(Path root, Path plugin) {
    this.root = root;
    this.plugin = plugin;
  }

  /** Looks beside the code that runs, then upwards from the working directory. */
  public static ServersDirectory find() {
    return Stream.of(codeLocation(), Optional.of(Path.of("").toAbsolutePath()))
        .flatMap(Optional::stream)
        .flatMap(start -> checkout(start).stream())
        .findFirst()
        .map(ServersDirectory::in)
        .orElseThrow(
            () ->
                new ServerException(
                    "No checkout of Podium above "
                        + Path.of("").toAbsolutePath()
                        + ": run this inside one."));
  }

  /**
   * The servers of that checkout; fails with the command that fetches them where they are missing.
   */
  public static ServersDirectory in(Path checkout) {
    Path root = checkout.resolve(IN_CHECKOUT);
    if (!Files.isDirectory(root.resolve("kafka/lib"))
        || !Files.isDirectory(root.resolve("elasticsearch"))
        || !Files.isDirectory(root.resolve("postgresql"))) {
      throw new ServerException(
          "The servers are not in "
              + root
              + ": fetch them with ./mvnw -B generate-resources -pl deploy/servers");
    }
    return new ServersDirectory(root, checkout.resolve(PLUGIN));
  }

  Path kafkaLibraries() {
    return root.resolve("kafka/lib");
  }

  /** The unpacked Elasticsearch, with the analysis plugin if that has been built. */
  Path elasticsearchHome() throws IOException {
    Path home = only(root.resolve("elasticsearch"), "elasticsearch-*");
    AnalysisPlugin.install(plugin, home);
    return home;
  }

  /** The unpacked PostgreSQL; unpacks it when this is the first use. */
  Path postgresHome() {
    Path folder = root.resolve("postgresql");
    return PostgresBinaries.unpack(only(folder, "*.txz"), folder);
  }

  private static Path only(Path folder, String glob) {
    try (var found = Files.newDirectoryStream(folder, glob)) {
      for (Path path : found) {
        return path;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new ServerException(
        "Nothing named " + glob + " in " + folder + ": ./mvnw -B clean package -DskipTests");
  }

  /** The nearest folder upwards that is a checkout. */
  static Optional<Path> checkout(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))
          && Files.isDirectory(folder.resolve("deploy"))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> codeLocation() {
    CodeSource source = ServersDirectory.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException notAFile) {
      return Optional.empty();
    }
  }
}
