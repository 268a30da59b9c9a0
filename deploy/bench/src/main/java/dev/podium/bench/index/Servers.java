package dev.podium.bench.index;

import dev.podium.local.server.ElasticsearchServer;
import dev.podium.local.server.Folders;
import dev.podium.local.server.KafkaServer;
import dev.podium.local.server.Loopback;
import dev.podium.local.server.ServerSettings;
import dev.podium.local.server.ServersDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** The real servers, each a process of its own, with data that go with them. */
public record Servers(Path folder, KafkaServer kafka, ElasticsearchServer elasticsearch)
    implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Starts them. */
  public static Servers start() throws IOException {
    // Open to others, because Elasticsearch runs as another user where we are root.
    Path folder =
        Files.createTempDirectory(
            "podium-bench-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Servers servers =
        new Servers(
            folder,
            new KafkaServer(settings(folder, "kafka"), Loopback.freePort()),
            new ElasticsearchServer(settings(folder, "elasticsearch")));
    servers.kafka.start(PATIENCE);
    servers.elasticsearch.start(PATIENCE);
    return servers;
  }

  private static ServerSettings settings(Path folder, String name) {
    return new ServerSettings(
        ServersDirectory.find(),
        folder.resolve(name),
        folder.resolve(name + ".log"),
        Loopback.freePort(),
        false);
  }

  @Override
  public void close() throws IOException {
    elasticsearch.close();
    kafka.close();
    Folders.delete(folder);
  }
}
